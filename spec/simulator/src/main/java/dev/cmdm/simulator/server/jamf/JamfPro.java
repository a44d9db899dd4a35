// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.fault.Operation;
import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.server.Devices;
import dev.cmdm.simulator.server.EnrollmentProfile;
import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.server.ProductServer;
import dev.cmdm.simulator.server.ServerSettings;
import dev.cmdm.simulator.server.ServerSurroundings;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Jamf Pro's routes. Nobody recorded one: all of it is from documentation and from the sources of its clients. The
 * bearer token goes for both APIs; Basic is taken where tokens are given out and nowhere else.
 */
public final class JamfPro implements ProductServer {
    /** More than this many calls at once are too many. (developer.jamf.com, scalability.) */
    private static final int MOST_AT_ONCE = 5;

    private static final String PROFILES = "/JSSResource/osxconfigurationprofiles";
    private static final String GROUPS = "/JSSResource/computergroups";
    private static final String MAC_PATH = "/computer/mdm";
    private static final EnrollmentProfile ENROLLMENT = new EnrollmentProfile(
            "00000000-0000-0000-A000-4A414D460003",
            "00000000-0000-0000-A000-4A414D460003.scep",
            "Jamf Pro",
            List.of("com.apple.mdm.per-user-connections", "com.apple.mdm.bootstraptoken"));

    private final String topic;
    private final Tokens tokens;
    private final TokenEndpoints tokenEndpoints;
    private final Privileges privileges;
    private final Cluster cluster;
    private final ProfilesEndpoint profiles;
    private final GroupsEndpoint groups;
    private final InventoryEndpoint inventory;
    private final CommandsEndpoint commandsEndpoint;
    private final BlankPushEndpoint pushes;
    private final HistoryEndpoint history;
    private final MacEndpoint macs;

    /** A Jamf Pro that no Mac has enrolled with. */
    public JamfPro(ServerSettings settings, ServerSurroundings around) {
        var own = JamfSettings.of(settings);
        var ids = new Ids(around.random());
        var devices = new Devices(around.clock());
        var computers = new Computers(devices, ids);
        var commands = new MdmCommands(around.clock(), ids);
        var looked = new Inventory(commands);
        this.topic = settings.topic();
        this.tokens = new Tokens(around.clock(), ids, own.tokenLife());
        this.tokenEndpoints = new TokenEndpoints(own, tokens);
        this.privileges = new Privileges(own.withoutPrivileges());
        this.pushes = new BlankPushEndpoint(computers, around.apns());
        var assignments = new Assignments(computers, commands, pushes::push);
        this.cluster = new Cluster(Objects.NONE, around.clock(), ids, own.staleReads(), assignments::follow);
        this.profiles = new ProfilesEndpoint(cluster, computers, assignments, ids);
        this.groups = new GroupsEndpoint(cluster, computers, own.staticGroups());
        this.inventory = new InventoryEndpoint(computers, looked, cluster);
        this.commandsEndpoint = new CommandsEndpoint(computers, commands, pushes);
        this.history = new HistoryEndpoint(computers, commands);
        this.macs =
                new MacEndpoint(devices, commands, looked, device -> assignments.welcome(device, cluster.current()));
    }

    @Override
    public String checkInPath() {
        return MAC_PATH;
    }

    @Override
    public String connectPath() {
        return MAC_PATH;
    }

    @Override
    public int mostAtOnce() {
        return MOST_AT_ONCE;
    }

    @Override
    public Operation operationOf(Request request) {
        var path = request.path();
        if (path.startsWith(PROFILES) || path.startsWith(GROUPS)) {
            return request.method().equals("GET") ? Operation.ANY : Operation.ENQUEUE;
        } else if (path.startsWith("/api/v1/computers-inventory")) {
            return Operation.DEVICES;
        } else if (path.equals("/api/v2/mdm/blank-push")) {
            return Operation.PUSH;
        }
        return path.startsWith("/api/v2/mdm/commands") ? Operation.QUEUE : Operation.ANY;
    }

    /** No request carries a command with a profile. */
    @Override
    public Optional<Command> findCommand(Request request) {
        return Optional.empty();
    }

    @Override
    public byte[] enrollmentProfile(URI base) {
        return ENROLLMENT.xml(base, base.resolve(MAC_PATH), base.resolve(MAC_PATH), topic);
    }

    @Override
    public Optional<Reply> answer(Request request) {
        return Optional.of(
                isForMacs(request.path()) ? macs.answer(request) : cluster.sticky(request, openOrGuarded(request)));
    }

    private Reply openOrGuarded(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /api/v1/oauth/token", "POST /api/oauth/token" -> tokenEndpoints.oauth(request);
            case "POST /api/v1/auth/token" -> tokenEndpoints.user(request);
            default -> tokens.admits(request) ? allowed(request) : unauthorized(request);
        };
    }

    private Reply allowed(Request request) {
        var missing = privileges.findMissing(request);
        if (missing.isEmpty()) {
            return guarded(request);
        }
        return isClassic(request)
                ? JamfReplies.page(403, "Forbidden", "The server understood the request, but is refusing to fulfill it")
                : JamfReplies.apiError(403, "INVALID_PRIVILEGE", "Forbidden");
    }

    private Reply guarded(Request request) {
        var path = request.path();
        if (path.startsWith(PROFILES)) {
            return profiles(request);
        } else if (path.startsWith(GROUPS)) {
            return groups(request);
        } else if (path.startsWith(HistoryEndpoint.PREFIX)) {
            return history.answer(path);
        }
        return switch (request.method() + " " + path) {
            case "GET /api/v1/jamf-pro-version" ->
                JamfReplies.json(200, GoJson.object().put("version", "11.26.0-t0000000000000"));
            case "GET /api/v1/auth" -> privileges.account();
            case "POST /api/v1/auth/keep-alive" -> tokenEndpoints.keepAlive(request);
            case "POST /api/v1/auth/invalidate-token" -> tokenEndpoints.invalidate(request);
            case "GET /api/v1/computers-inventory" -> inventory.answer(request);
            case "GET /api/v2/mdm/commands" -> commandsEndpoint.list(request);
            case "POST /api/v2/mdm/commands" -> commandsEndpoint.send(request);
            case "POST /api/v2/mdm/blank-push" -> pushes.answer(request);
            default ->
                isClassic(request) ? JamfReplies.notFound() : JamfReplies.apiError(404, "NOT_FOUND", "Not Found");
        };
    }

    private Reply profiles(Request request) {
        if (request.path().equals(PROFILES)) {
            return only("GET", request, () -> profiles.list(request));
        }
        return ClassicPaths.findKey(request, PROFILES)
                .map(key -> switch (request.method()) {
                    case "GET" -> profiles.get(request, key);
                    case "POST" -> profiles.create(request);
                    case "PUT" -> profiles.update(request, key);
                    case "DELETE" -> profiles.delete(key);
                    default -> JamfReplies.notAllowed();
                })
                .orElseGet(JamfReplies::notFound);
    }

    private Reply groups(Request request) {
        if (request.path().equals(GROUPS)) {
            return only("GET", request, () -> groups.list(request));
        }
        return ClassicPaths.findKey(request, GROUPS)
                .map(key -> switch (request.method()) {
                    case "GET" -> groups.get(request, key);
                    case "POST" -> groups.create(request);
                    case "PUT" -> groups.update(request, key);
                    case "DELETE" -> groups.delete(key);
                    default -> JamfReplies.notAllowed();
                })
                .orElseGet(JamfReplies::notFound);
    }

    private static Reply only(String method, Request request, Supplier<Reply> answer) {
        return request.method().equals(method) ? answer.get() : JamfReplies.notAllowed();
    }

    private static Reply unauthorized(Request request) {
        return isClassic(request)
                ? JamfReplies.page(401, "Unauthorized", "The request requires user authentication")
                : JamfReplies.apiError(401, "INVALID_TOKEN", "Unauthorized");
    }

    private static boolean isClassic(Request request) {
        return request.path().startsWith("/JSSResource/");
    }
}
