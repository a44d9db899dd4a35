// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import java.time.Instant;
import java.util.Base64;

/** /v1/commands/{udid}: takes commands as property lists, shows the queue and clears it, for every UDID. */
final class QueueEndpoint {
    private final Queues queues;

    QueueEndpoint(Queues queues) {
        this.queues = queues;
    }

    Reply add(String udid, Command command, Instant received) {
        if (command.isIncomplete()) {
            return MicroReplies.error("request is malformed");
        }
        queues.publish(udid, new QueuedCommand(command.uuid(), command.raw()), received);
        var payload = GoJson.object().put("udid", udid).put("command_uuid", command.uuid());
        payload.set("command", GoJson.object().put("request_type", command.requestType()));
        payload.put("payload", base64(command.raw()));
        var body = GoJson.object();
        body.set("payload", payload);
        return MicroReplies.json(201, body);
    }

    Reply view(String udid) {
        var commands = queues.of(udid).view();
        var body = GoJson.object();
        if (!commands.isEmpty()) {
            var listed = body.putArray("commands");
            commands.forEach(
                    command -> listed.addObject().put("uuid", command.uuid()).put("payload", base64(command.plist())));
        }
        return MicroReplies.json(200, body);
    }

    Reply clear(String udid) {
        queues.of(udid).clear();
        return MicroReplies.done();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
