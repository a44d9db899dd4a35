// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What became of each profile on each Mac: an element per Mac, in it an element per profile; {@code null} without Macs. */
final class Metadata {
    private static final String PROFILES = "profile_metadata";

    private final ArrayNode macs = JsonNodeFactory.instance.arrayNode();

    ArrayNode addMac() {
        return macs.addObject().putArray(PROFILES);
    }

    /** The answer, which is empty unless the request asks to be told. */
    Reply reply(ProfileRequest request) {
        if (!request.metadata()) {
            return Reply.empty(200);
        }
        return DirectorReplies.json(macs.isEmpty() ? JsonNodeFactory.instance.nullNode() : macs);
    }

    /** What is told of a Mac for which the request failed. */
    static JsonNode failed() {
        var macs = JsonNodeFactory.instance.arrayNode();
        macs.addObject().putNull(PROFILES);
        return macs;
    }

    static ObjectNode profile(String status, String identifier, String payloadUuid, String hashedUuid) {
        return GoJson.object()
                .put("status", status)
                .put("payload_identifier", identifier)
                .put("payload_uuid", payloadUuid)
                .put("hashed_payload_uuid", hashedUuid);
    }
}
