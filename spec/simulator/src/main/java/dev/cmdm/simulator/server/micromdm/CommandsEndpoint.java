// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** POST /v1/commands: accepts commands for every UDID, known or not. */
final class CommandsEndpoint {
    private final Queues queues;
    private final Ids ids;

    CommandsEndpoint(Queues queues, Ids ids) {
        this.queues = queues;
        this.ids = ids;
    }

    Reply answer(JsonNode request, Instant received) {
        try {
            var command = StructuredCommand.read(request, ids::uuid);
            queues.publish(
                    request.path("udid").asString(""), new QueuedCommand(command.uuid(), command.plist()), received);
            var body = GoJson.object();
            body.set("payload", command.json());
            return MicroReplies.json(201, body);
        } catch (BadCommandException e) {
            return MicroReplies.error(e.words());
        }
    }
}
