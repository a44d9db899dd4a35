// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import tools.jackson.databind.JsonNode;

/** The forms of MicroMDM's answers. */
final class MicroReplies {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String INDENT = "  ";

    private MicroReplies() {}

    static Reply json(int status, JsonNode body) {
        return Reply.of(status, JSON, GoJson.encoded(body, INDENT));
    }

    /** Every error of the application is a 500. */
    static Reply error(String text) {
        return json(500, GoJson.object().put("error", text));
    }

    static Reply unauthorized() {
        return json(401, GoJson.object().put("error", "Unauthorized"))
                .with("Www-Authenticate", "Basic realm=\"micromdm\"")
                .with("X-Content-Type-Options", "nosniff");
    }

    static Reply done() {
        return json(200, GoJson.object());
    }
}
