// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.fault.Operation;
import dev.cmdm.simulator.identity.CertificateAuthority;
import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.server.Devices;
import dev.cmdm.simulator.server.EnrollmentProfile;
import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.server.NanoEndpoint;
import dev.cmdm.simulator.server.ProductServer;
import dev.cmdm.simulator.server.ServerSettings;
import dev.cmdm.simulator.server.ServerSurroundings;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Fleet's routes, those of a Premium license with teams. Both /api/v1/fleet and /api/latest/fleet lead to them. */
public final class Fleet implements ProductServer {
    private static final EnrollmentProfile ENROLLMENT = new EnrollmentProfile(
            "com.fleetdm.fleet.mdm.apple", "com.fleetdm.fleet.mdm.apple.scep", "Fleet", List.of());

    private final BearerAuth auth;
    private final String topic;
    private final LoginEndpoint login;
    private final HostsEndpoint hostsEndpoint;
    private final CommandsEndpoint commandsEndpoint;
    private final ProfilesEndpoint profilesEndpoint;
    private final MacEndpoint macs;

    /** A Fleet that no Mac has enrolled with. */
    public Fleet(ServerSettings settings, ServerSurroundings around, CertificateAuthority authority) {
        var ids = new Ids(around.random());
        var devices = new Devices(around.clock());
        var hosts = new Hosts(devices);
        var commands = new CommandStore(around.clock());
        var pushes = new HostPushes(devices, around.apns(), settings.pushCertificate());
        var own = new FleetCommands(commands, pushes, new ProfileSigner(authority.issue("Fleet")));
        var teams = new TeamProfiles(ids, around.clock());
        var states = new HostProfiles(hosts, teams, own, around.scheduler(), settings.queueDelay(), ids);
        this.auth = new BearerAuth(settings.apiKey());
        this.topic = settings.topic();
        this.login = new LoginEndpoint(settings.apiKey());
        this.hostsEndpoint = new HostsEndpoint(hosts, states);
        this.commandsEndpoint = new CommandsEndpoint(hosts, commands, pushes);
        this.profilesEndpoint = new ProfilesEndpoint(teams, hosts, states);
        var endpoint = new NanoEndpoint(authority.certificate(), around.clock());
        this.macs = new MacEndpoint(endpoint, devices, commands, states);
    }

    @Override
    public String checkInPath() {
        return MacEndpoint.PATH;
    }

    @Override
    public String connectPath() {
        return MacEndpoint.PATH;
    }

    @Override
    public Operation operationOf(Request request) {
        return ApiRequest.operationOf(request);
    }

    @Override
    public Optional<Command> findCommand(Request request) {
        return ApiRequest.findCommand(request);
    }

    @Override
    public byte[] enrollmentProfile(URI base) {
        var url = base.resolve(MacEndpoint.PATH);
        return ENROLLMENT.xml(base, url, url, topic);
    }

    @Override
    public Optional<Reply> answer(Request request) {
        if (request.path().equals(MacEndpoint.PATH)) {
            return Optional.of(macs.answer(request));
        }
        var path = ApiRequest.findPath(request);
        if (path.isEmpty()) {
            return Optional.of(Reply.notFound());
        }
        if (path.get().equals("login")) {
            return Optional.of(login.answer(request));
        }
        return Optional.of(auth.admits(request) ? api(path.get(), request) : FleetReplies.unauthorized());
    }

    private Reply api(String path, Request request) {
        return switch (request.method() + " " + path) {
            case "GET me" -> Me.answer();
            case "GET version" -> Me.version();
            case "POST teams" -> json(request, hostsEndpoint::addTeam);
            case "POST hosts/transfer" -> json(request, hostsEndpoint::transfer);
            case "POST commands/run" -> commandsEndpoint.run(request);
            case "GET commands/results" ->
                commandsEndpoint.results(request.findParameter("command_uuid").orElse(""));
            case "GET commands" -> commandsEndpoint.list(request);
            case "POST " + ApiRequest.PROFILES -> profilesEndpoint.add(request);
            case "GET " + ApiRequest.PROFILES -> profilesEndpoint.list(request);
            default -> one(path, request);
        };
    }

    private Reply one(String path, Request request) {
        var last = path.substring(path.lastIndexOf('/') + 1);
        return switch (request.method() + " " + path.substring(0, path.length() - last.length())) {
            case "GET hosts/identifier/" -> hostsEndpoint.byIdentifier(last);
            case "GET hosts/" -> hostsEndpoint.byId(last);
            case "GET " + ApiRequest.PROFILES + "/" ->
                profilesEndpoint.show(
                        last, request.findParameter("alt").orElse("").equals("media"));
            case "DELETE " + ApiRequest.PROFILES + "/" -> profilesEndpoint.delete(last);
            default -> Reply.notFound();
        };
    }

    private static Reply json(Request request, Function<JsonNode, Reply> endpoint) {
        return ApiRequest.findBody(request)
                .map(endpoint)
                .orElseGet(() -> FleetReplies.badRequest("Expected JSON Body"));
    }
}
