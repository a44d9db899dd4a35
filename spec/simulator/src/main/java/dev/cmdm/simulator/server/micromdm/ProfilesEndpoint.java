// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.wire.GoBase64;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** /v1/profiles: a library on the server, from which nothing is installed. */
final class ProfilesEndpoint {
    private final Map<String, byte[]> byIdentifier = new TreeMap<>();

    synchronized Reply put(JsonNode request) {
        var profile = request.path("profile");
        var identifier = profile.path("Identifier").asString("");
        try {
            var bytes = GoBase64.decode(profile.path("Mobileconfig").asString(""));
            if (!Command.findProfileIdentifier(bytes).equals(Optional.of(identifier))) {
                return MicroReplies.error("payload Identifier does not match Profile");
            }
            byIdentifier.put(identifier, bytes);
            return MicroReplies.done();
        } catch (GoSyntaxException e) {
            return MicroReplies.error(e.words());
        }
    }

    synchronized Reply list(JsonNode request) {
        var wanted = request.path("id").asString("");
        var body = GoJson.object();
        var listed = body.putArray("profiles");
        byIdentifier.forEach((identifier, bytes) -> {
            if (wanted.isEmpty() || wanted.equals(identifier)) {
                listed.addObject()
                        .put("Identifier", identifier)
                        .put("Mobileconfig", Base64.getEncoder().encodeToString(bytes));
            }
        });
        return MicroReplies.json(200, body);
    }

    synchronized Reply delete(JsonNode request) {
        for (var id : request.path("ids").values()) {
            if (byIdentifier.remove(id.asString("")) == null) {
                return MicroReplies.error("not found: Profile id " + id.asString(""));
            }
        }
        return MicroReplies.done();
    }
}
