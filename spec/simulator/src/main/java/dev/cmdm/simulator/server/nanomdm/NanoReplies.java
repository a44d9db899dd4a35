// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import tools.jackson.databind.JsonNode;

/** The forms of NanoMDM's answers. */
final class NanoReplies {
    private static final String INDENT = "\t";

    private NanoReplies() {}

    static Reply json(int status, JsonNode body) {
        return Reply.of(status, "application/json", GoJson.encoded(body, INDENT));
    }

    static Reply error(int status, String text) {
        return json(status, GoJson.object().put("error", text));
    }

    static Reply unauthorized(String realm) {
        return Reply.error(401, "Unauthorized").with("Www-Authenticate", "Basic realm=\"" + realm + "\"");
    }
}
