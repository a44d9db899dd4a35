// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.server.jamf.Computers.Computer;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * /api/v2/mdm/commands. Reading needs a filter; pages begin at 0 and hold 100, the oldest command first. Sending takes a
 * list of types in which no profile is. (developer.jamf.com, GET and POST /v2/mdm/commands; changes of 11.23 and 11.26.)
 */
final class CommandsEndpoint {
    private static final List<String> FIELDS = List.of(
            "uuid",
            "clientManagementId",
            "command",
            "status",
            "clientType",
            "dateSent",
            "validAfter",
            "dateCompleted",
            "profileId",
            "profileIdentifier",
            "active");

    private static final Set<String> SENDABLE = Set.of(
            "DELETE_USER",
            "ENABLE_LOST_MODE",
            "ERASE_DEVICE",
            "LOG_OUT_USER",
            "RESTART_DEVICE",
            "SETTINGS",
            "SET_AUTO_ADMIN_PASSWORD",
            "SET_RECOVERY_LOCK",
            "SHUT_DOWN_DEVICE",
            "INSTALLED_APPLICATION_LIST",
            "PROFILE_LIST");

    private static final int USUAL_PAGE = 100;

    private final Computers computers;
    private final MdmCommands commands;
    private final BlankPushEndpoint pushes;

    CommandsEndpoint(Computers computers, MdmCommands commands, BlankPushEndpoint pushes) {
        this.computers = computers;
        this.commands = commands;
        this.pushes = pushes;
    }

    Reply list(Request request) {
        var rsql = Rsql.find(request.findParameter("filter").orElse(""));
        if (rsql.isEmpty() || rsql.get().findUnknown(FIELDS).isPresent()) {
            return JamfReplies.apiError(400, "INVALID_FIELD", "A filter with one of the allowed fields is required");
        }
        var found = new ArrayList<>(commands.all().stream()
                .filter(command -> rsql.get().holds(values(command)))
                .toList());
        if (request.findParameter("sort").orElse("").equals("dateSent:desc")) {
            Collections.reverse(found);
        }
        int size = number(request, "page-size", USUAL_PAGE);
        var body = GoJson.object().put("totalCount", found.size());
        body.putArray("results")
                .addAll(found.stream()
                        .skip((long) size * number(request, "page", 0))
                        .limit(size)
                        .map(this::describe)
                        .toList());
        return JamfReplies.json(200, body);
    }

    Reply send(Request request) {
        try {
            var sent = GoJson.decode(request.body());
            var type = sent.path("commandData").path("commandType").asString("");
            if (!SENDABLE.contains(type)) {
                return JamfReplies.apiError(400, "INVALID_FIELD", "The commandType cannot be sent");
            }
            var answer = GoJson.object().putArray("queued");
            for (JsonNode client : sent.path("clientData").values()) {
                var computer =
                        computers.findByManagementId(client.path("managementId").asString(""));
                if (computer.isEmpty()) {
                    return JamfReplies.apiError(400, "INVALID_ID", "No client has this managementId");
                }
                var uuid = commands.other(computer.get().device().udid(), type);
                answer.addObject().put("id", uuid).put("href", "/api/v2/mdm/commands/" + uuid);
                pushes.push(computer.get().device());
            }
            return JamfReplies.json(201, answer);
        } catch (GoSyntaxException e) {
            return JamfReplies.apiError(400, "INVALID_JSON_FORMAT", e.words());
        }
    }

    private Map<String, String> values(MdmCommand command) {
        var values = new HashMap<>(Map.of(
                "uuid", command.uuid(),
                "clientManagementId", managementId(command),
                "command", command.type(),
                "status", command.state().name(),
                "clientType", "COMPUTER",
                "dateSent", command.sent().toString(),
                "active", String.valueOf(command.isOpen())));
        command.completed().ifPresent(at -> values.put("dateCompleted", at.toString()));
        command.profile().ifPresent(about -> {
            values.put("profileId", String.valueOf(about.id()));
            values.put("profileIdentifier", about.identifier());
        });
        return values;
    }

    /** Its fields are those of jamf-pro-sdk-python, models/pro/mdm.py. */
    private ObjectNode describe(MdmCommand command) {
        var body = GoJson.object().put("uuid", command.uuid());
        body.putObject("client").put("managementId", managementId(command)).put("clientType", "COMPUTER");
        body.put("commandState", command.state().name())
                .put("commandType", command.type())
                .put("dateSent", command.sent().toString());
        command.completed().ifPresent(at -> body.put("dateCompleted", at.toString()));
        command.profile().ifPresent(about -> body.put("profileId", about.id()));
        return body;
    }

    private String managementId(MdmCommand command) {
        return computers.all().stream()
                .filter(computer -> computer.device().udid().equals(command.udid()))
                .map(Computer::managementId)
                .findFirst()
                .orElse("");
    }

    private static int number(Request request, String parameter, int usual) {
        return request.findParameter(parameter)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .or(() -> Optional.of(usual))
                .get();
    }
}
