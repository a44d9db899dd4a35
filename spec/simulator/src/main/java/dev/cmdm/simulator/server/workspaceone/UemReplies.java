// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers in the form that was accepted. The elements of the XML are the fields of the JSON; their real names are unconfirmed. */
final class UemReplies {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Ids ids;

    UemReplies(Ids ids) {
        this.ids = ids;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    Reply of(Accepted accepted, int status, String root, JsonNode body) {
        return accepted.json()
                ? Reply.of(status, "application/json; charset=utf-8", bytes(MAPPER.writeValueAsString(body)))
                : Reply.of(status, "application/xml; charset=utf-8", bytes(element(root, body)));
    }

    /** An error with its code, what is wrong and an id for the vendor's support (recorded in 2018, code 1012). */
    Reply error(Accepted accepted, int status, int errorCode, String message) {
        var body = object().put("errorCode", errorCode).put("message", message).put("activityId", ids.uuid());
        return of(accepted, status, "AirWatchFaultContract", body);
    }

    /** An error whose code nobody recorded: the status stands for it. */
    Reply error(Accepted accepted, int status, String message) {
        return error(accepted, status, status, message);
    }

    private static String element(String name, JsonNode value) {
        var inside = new StringBuilder();
        if (value.isObject()) {
            value.properties().forEach(field -> inside.append(element(field.getKey(), field.getValue())));
        } else if (value.isArray()) {
            value.values().forEach(item -> inside.append(element("Item", item)));
        } else {
            inside.append(escaped(value.asString("")));
        }
        return "<" + name + ">" + inside + "</" + name + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
