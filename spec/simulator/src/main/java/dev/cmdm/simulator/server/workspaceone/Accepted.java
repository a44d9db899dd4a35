// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import dev.cmdm.simulator.wire.Request;
import java.util.regex.Pattern;

/**
 * What the header Accept asks for. Without JSON in it the answer is XML; a version that is missing, malformed (a
 * semicolon too many is enough) or unknown is version 1 (the vendor's client library, error handling and profiles guide).
 *
 * @param version 1 or 2
 */
record Accepted(boolean json, int version) {
    private static final String JSON = "application/json";
    private static final Pattern VERSION_2 = Pattern.compile(JSON + "\\s*;\\s*version=2");

    static Accepted by(Request request) {
        var accept = request.findHeader("Accept").orElse("").strip();
        return new Accepted(accept.startsWith(JSON), VERSION_2.matcher(accept).matches() ? 2 : 1);
    }
}
