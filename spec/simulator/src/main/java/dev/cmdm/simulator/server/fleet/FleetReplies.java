// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The forms of Fleet's answers (server/service/transport_error.go). */
final class FleetReplies {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String INDENT = "  ";
    private static final int LONGEST_TEXT = 255;

    private FleetReplies() {}

    static Reply json(int status, JsonNode body) {
        return Reply.of(status, JSON, GoJson.encoded(body, INDENT));
    }

    /** An error with one reason under one name; "base" is the name of what belongs to no field. */
    static Reply error(int status, String message, String name, String reason) {
        var body = GoJson.object().put("message", message);
        body.putArray("errors").addObject().put("name", name).put("reason", reason);
        return json(status, body);
    }

    static Reply invalid(int status, String name, String reason) {
        return error(status, "Validation Failed", name, reason);
    }

    static Reply badRequest(String reason) {
        return error(400, "Bad request", "base", reason);
    }

    static Reply notFound(String what) {
        return error(404, "Resource Not Found", "base", what + " was not found in the datastore");
    }

    /** What a unique key of MySQL forbids. */
    static Reply duplicate(String value, String key) {
        return invalid(409, "base", "Error 1062: Duplicate entry '" + value + "' for key '" + key + "'");
    }

    /** What a text column of MySQL has no room for. */
    static Optional<Reply> findTooLong(String column, String value) {
        return value.codePointCount(0, value.length()) > LONGEST_TEXT
                ? Optional.of(invalid(422, "base", "Error 1406: Data too long for column '" + column + "' at row 1"))
                : Optional.empty();
    }

    /** What needs a Premium license. */
    static Reply unlicensed(String words) {
        return error(402, words, "base", words);
    }

    static Reply unauthorized() {
        return error(401, "Authentication required", "base", "Authentication required");
    }

    static Reply done() {
        return json(200, GoJson.object());
    }
}
