// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies in JSON, labelled as the text for which Go takes them. */
final class DirectorReplies {
    private static final String INDENT = "    ";
    private static final String FAILED = "Internal Server Error";

    private DirectorReplies() {}

    static Reply json(JsonNode body) {
        return json(200, body);
    }

    static Reply json(int status, JsonNode body) {
        return text(status, GoJson.indented(body, INDENT));
    }

    static Reply list(List<ObjectNode> items) {
        return json(GoJson.object().putArray("items").addAll(items));
    }

    static Reply text(int status, byte[] body) {
        return Reply.of(status, "text/plain; charset=utf-8", body);
    }

    static Reply text(int status, String body) {
        return text(status, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Whatever went wrong. */
    static Reply failed() {
        return Reply.error(500, FAILED);
    }

    /** What went wrong, and the body that would have been the answer behind it. */
    static Reply failedBefore(JsonNode body) {
        var rest = new String(GoJson.indented(body, INDENT), StandardCharsets.UTF_8);
        return text(500, FAILED + "\n" + rest).with("X-Content-Type-Options", "nosniff");
    }

    static Reply unauthorized() {
        return text(401, "Unauthorised.\n")
                .with("Www-Authenticate", "Basic realm=\"Please enter your username and password for this site\"");
    }
}
