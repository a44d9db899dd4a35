// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.server.Apns;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * commands/run, commands/results and commands. The order of the refusals and their statuses are those of the source
 * (server/service/mdm.go); that a command whose push failed stays queued follows from it
 * (server/mdm/apple/commander.go).
 */
final class CommandsEndpoint {
    /** Of the whole body, in which the command is base64 (server/fleet/request.go, MaxMDMCommandSize). */
    static final int LARGEST_BODY = 2 * 1024 * 1024;

    private final Hosts hosts;
    private final CommandStore commands;
    private final HostPushes pushes;

    CommandsEndpoint(Hosts hosts, CommandStore commands, HostPushes pushes) {
        this.hosts = hosts;
        this.commands = commands;
        this.pushes = pushes;
    }

    Reply run(Request request) {
        if (request.body().length > LARGEST_BODY) {
            return FleetReplies.error(
                    413,
                    "Request exceeds the max size limit of 2.097MB",
                    "base",
                    "Request exceeds the max size limit of 2.097MB");
        }
        var body = ApiRequest.findBody(request);
        return body.isEmpty() ? FleetReplies.badRequest("Expected JSON Body") : run(body.get());
    }

    /** Nothing is listed for a command that no host has reported on yet. */
    Reply results(String commandUuid) {
        if (!commands.knows(commandUuid)) {
            return FleetReplies.notFound("MDMCommand \"" + commandUuid + "\"");
        }
        var results = commands.all().stream()
                .filter(command -> command.command().uuid().equals(commandUuid))
                .flatMap(command -> command.report().map(command::result).stream())
                .toList();
        var body = GoJson.object();
        if (!results.isEmpty()) {
            body.putArray("results").addAll(results);
        }
        return FleetReplies.json(200, body);
    }

    Reply list(Request request) {
        var identifier = request.findParameter("host_identifier").orElse("");
        var type = request.findParameter("request_type").orElse("");
        var host = identifier.isEmpty() ? Optional.<Host>empty() : hosts.find(identifier);
        if (!identifier.isEmpty() && host.isEmpty()) {
            return FleetReplies.invalid(404, "Invalid Host", "Host doesn't exist.");
        }
        var body = GoJson.object();
        var listed = body.putArray("results");
        commands.all().stream()
                .filter(HostCommand::active)
                .filter(command ->
                        host.isEmpty() || command.hostUuid().equals(host.get().uuid()))
                .filter(command ->
                        type.isEmpty() || command.command().requestType().equals(type))
                .forEach(command -> listed.add(command.listed()));
        return FleetReplies.json(200, body);
    }

    private Reply run(JsonNode body) {
        var targets = StreamSupport.stream(body.path("host_uuids").spliterator(), false)
                .flatMap(uuid -> hosts.find(uuid.asString("")).stream())
                .toList();
        if (targets.isEmpty()) {
            return FleetReplies.invalid(404, "host_uuids", "No hosts targeted. Make sure you provide a valid UUID.");
        }
        if (!targets.stream().allMatch(Host::isManaged)) {
            return FleetReplies.invalid(
                    412, "host_uuids", "Can't run the MDM command because one or more hosts have MDM turned off.");
        }
        return ApiRequest.findBytes(body)
                .map(bytes -> queue(targets, bytes))
                .orElseGet(() -> FleetReplies.invalid(400, "command", "unable to decode base64 command"));
    }

    private Reply queue(List<Host> targets, byte[] bytes) {
        var command = ApiRequest.findCommand(bytes);
        if (command.isEmpty()) {
            return FleetReplies.invalid(415, "command", "unable to decode plist command");
        }
        if (!new String(bytes, StandardCharsets.UTF_8).startsWith("<?xml")) {
            return FleetReplies.invalid(422, "base", "Error 3819: Check constraint 'nano_commands_chk_3' is violated.");
        }
        var uuid = command.get().uuid();
        if (!commands.add(targets.stream().map(Host::uuid).toList(), command.get())) {
            return FleetReplies.duplicate(uuid, "nano_commands.PRIMARY");
        }
        return pushed(targets)
                .orElseGet(() -> FleetReplies.json(
                        200,
                        GoJson.object()
                                .put("command_uuid", uuid)
                                .put("request_type", command.get().requestType())
                                .put("platform", "darwin")));
    }

    private Optional<Reply> pushed(List<Host> targets) {
        try {
            for (var host : targets) {
                pushes.push(host.uuid());
            }
            return Optional.empty();
        } catch (Apns.UnreachableException e) {
            return Optional.of(FleetReplies.error(
                    502, "Bad Gateway", "base", "Apple push notificiation service: " + e.getMessage()));
        }
    }
}
