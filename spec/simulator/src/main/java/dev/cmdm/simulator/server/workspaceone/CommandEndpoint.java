// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.wire.GoPlist;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * POST …/commands?command=CustomMdmCommand. The body carries the inner dictionary only; the answer is a 202 without a
 * body and without an id. Codes and words of refusals other than 1012 are unconfirmed, and so is the unit of its limit,
 * taken for UTF-16 units here.
 */
final class CommandEndpoint {
    private static final int TOO_LONG = 1012;

    private final Registry registry;
    private final CommandQueues queues;
    private final Optional<Integer> limit;
    private final UemReplies replies;

    CommandEndpoint(Registry registry, CommandQueues queues, Optional<Integer> limit, UemReplies replies) {
        this.registry = registry;
        this.queues = queues;
        this.limit = limit;
        this.replies = replies;
    }

    Reply queue(Request request, Accepted accepted, String searchBy, String value) {
        var xml = commandXml(request);
        if (limit.filter(most -> xml.length() > most).isPresent()) {
            return replies.error(
                    accepted,
                    422,
                    TOO_LONG,
                    "Element: customCommandModel.CommandXml Message: CommandXml length cannot be greater than "
                            + limit.get() + ".");
        }
        if (!request.findParameter("command").orElse("").equals("CustomMdmCommand")) {
            return replies.error(accepted, 400, "The command is not supported.");
        }
        if (findCommand(xml).isEmpty()) {
            return replies.error(accepted, 400, "CommandXml is not a dictionary with a RequestType.");
        }
        return registry.find(searchBy, value)
                .map(Registry.Entry::device)
                .filter(Device::enrolled)
                .map(device -> queued(device, xml))
                .orElseGet(() -> replies.error(accepted, 404, "Device not found."));
    }

    /** The command that a request to this endpoint brings. */
    static Optional<Command> findCommand(Request request) {
        return findCommand(commandXml(request));
    }

    private Reply queued(Device device, String xml) {
        queues.add(device, xml, answer -> {});
        return Reply.empty(202);
    }

    private static Optional<Command> findCommand(String xml) {
        try {
            var whole = "<plist version=\"1.0\"><dict><key>Command</key>" + xml + "</dict></plist>";
            var bytes = whole.getBytes(StandardCharsets.UTF_8);
            return Optional.of(Command.of(GoPlist.any(bytes), bytes))
                    .filter(command -> !command.requestType().isEmpty());
        } catch (GoSyntaxException e) {
            return Optional.empty();
        }
    }

    private static String commandXml(Request request) {
        try {
            return JsonMapper.shared()
                    .readTree(request.body())
                    .path("CommandXml")
                    .asString("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
