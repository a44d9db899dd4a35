// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import dev.cmdm.simulator.fault.Operation;
import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands below /api/mdm. */
final class ApiRoutes {
    private static final String DEVICES = "/api/mdm/devices";
    private static final String PROFILES = "/api/mdm/profiles";
    private static final String COMMANDS = DEVICES + "/commands";
    private static final String CREATE = PROFILES + "/platforms/appleosx/create";
    private static final Pattern COMMANDS_OF = Pattern.compile(DEVICES + "/(\\d+)/commands");
    private static final Pattern PROFILE = Pattern.compile(PROFILES + "/(\\d+)");
    private static final Pattern ON_DEVICE = Pattern.compile(PROFILES + "/(\\d+)/(install|remove)");
    private static final Pattern HOLDERS = Pattern.compile(PROFILES + "/([0-9A-Fa-f-]{36})/devices");

    private final DevicesEndpoint devices;
    private final CommandEndpoint commands;
    private final ProfilesEndpoint profiles;
    private final CreateEndpoint create;
    private final ProfileObjects objects;

    ApiRoutes(
            DevicesEndpoint devices,
            CommandEndpoint commands,
            ProfilesEndpoint profiles,
            CreateEndpoint create,
            ProfileObjects objects) {
        this.devices = devices;
        this.commands = commands;
        this.profiles = profiles;
        this.create = create;
        this.objects = objects;
    }

    Operation operationOf(Request request) {
        var path = request.path();
        if (isCommand(request) || ON_DEVICE.matcher(path).matches()) {
            return Operation.ENQUEUE;
        }
        if (path.startsWith(PROFILES)) {
            return Operation.PROFILES;
        }
        return path.startsWith(DEVICES) ? Operation.DEVICES : Operation.ANY;
    }

    /** The command that a request brings or, for an object, makes the server send; an object is called by its name. */
    Optional<Command> findCommand(Request request) {
        if (isCommand(request)) {
            return CommandEndpoint.findCommand(request);
        }
        var onDevice = ON_DEVICE.matcher(request.path());
        return onDevice.matches()
                ? objects.find(number(onDevice)).map(object -> named(object, onDevice.group(2)))
                : Optional.empty();
    }

    Optional<Reply> answer(Request request, Accepted accepted) {
        return switch (request.method()) {
            case "GET" -> get(request, accepted);
            case "POST" -> post(request, accepted);
            case "DELETE" -> {
                var profile = PROFILE.matcher(request.path());
                yield profile.matches() ? Optional.of(profiles.delete(number(profile), accepted)) : Optional.empty();
            }
            default -> Optional.of(Reply.empty(405));
        };
    }

    private Optional<Reply> get(Request request, Accepted accepted) {
        var path = request.path();
        var profile = PROFILE.matcher(path);
        var holders = HOLDERS.matcher(path);
        if (profile.matches()) {
            return Optional.of(profiles.show(number(profile), accepted));
        }
        if (holders.matches()) {
            return Optional.of(profiles.holders(holders.group(1), request, accepted));
        }
        return switch (path) {
            case DEVICES -> Optional.of(devices.find(request, accepted));
            case DEVICES + "/search" -> Optional.of(devices.search(request, accepted));
            case DEVICES + "/profiles" -> Optional.of(devices.profiles(request, accepted));
            case PROFILES + "/search" -> Optional.of(profiles.search(request, accepted));
            default -> Optional.empty();
        };
    }

    private Optional<Reply> post(Request request, Accepted accepted) {
        var path = request.path();
        var commandsOf = COMMANDS_OF.matcher(path);
        var onDevice = ON_DEVICE.matcher(path);
        if (commandsOf.matches()) {
            return Optional.of(commands.queue(request, accepted, "deviceid", commandsOf.group(1)));
        }
        if (onDevice.matches()) {
            return Optional.of(
                    onDevice.group(2).equals("install")
                            ? profiles.install(number(onDevice), body(request), accepted)
                            : profiles.remove(number(onDevice), body(request), accepted));
        }
        return switch (path) {
            case COMMANDS ->
                Optional.of(commands.queue(
                        request,
                        accepted,
                        DevicesEndpoint.parameter(request, "searchby"),
                        DevicesEndpoint.parameter(request, "id")));
            case CREATE -> Optional.of(create.create(body(request), accepted));
            default -> Optional.empty();
        };
    }

    private static boolean isCommand(Request request) {
        return request.path().equals(COMMANDS)
                || COMMANDS_OF.matcher(request.path()).matches();
    }

    private static Command named(ProfileObject object, String verb) {
        var type = verb.equals("install") ? "InstallProfile" : "RemoveProfile";
        return new Command("", type, Optional.of(object.name()), new byte[0]);
    }

    private static int number(Matcher matched) {
        // Nine digits are more than any id here, and fit.
        return Integer.parseInt(
                matched.group(1).substring(0, Math.min(9, matched.group(1).length())));
    }

    private static JsonNode body(Request request) {
        try {
            return JsonMapper.shared().readTree(request.body());
        } catch (JacksonException e) {
            return UemReplies.object();
        }
    }
}
