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

/** Fleet's routes, those of a Premium license unless "free" is true in the world file. Both /api/v1/fleet and /api/latest/fleet lead to them. */
public final class Fleet implements ProductServer {
    private static final EnrollmentProfile ENROLLMENT = new EnrollmentProfile(
            "com.fleetdm.fleet.mdm.apple", "com.fleetdm.fleet.mdm.apple.scep", "Fleet", List.of());

    private final BearerAuth auth;
    private final String topic;
    private final boolean free;
    private final LoginEndpoint login;
    private final HostsEndpoint hostsEndpoint;
    private final CommandsEndpoint commandsEndpoint;
    private final ProfilesEndpoint profilesEndpoint;
    private final LabelsEndpoint labelsEndpoint;
    private final ResendEndpoint resendEndpoint;
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
        var labels = new Labels(around.clock());
        var states = new HostProfiles(hosts, teams, labels, own, around.scheduler(), settings.queueDelay(), ids);
        this.auth = new BearerAuth(settings.apiKey());
        this.topic = settings.topic();
        this.free = settings.fields().path("free").asBoolean(false);
        this.login = new LoginEndpoint(settings.apiKey());
        this.hostsEndpoint = new HostsEndpoint(hosts, labels, states);
        this.commandsEndpoint = new CommandsEndpoint(hosts, commands, pushes);
        this.profilesEndpoint = new ProfilesEndpoint(teams, hosts, states, new ScopeReader(labels, free));
        this.labelsEndpoint = new LabelsEndpoint(labels, hosts, states);
        this.resendEndpoint = new ResendEndpoint(hosts, teams, states);
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
            case "POST teams" ->
                free
                        ? FleetReplies.unlicensed("Requires Fleet Premium license")
                        : json(request, hostsEndpoint::addTeam);
            case "POST labels" -> json(request, labelsEndpoint::add);
            case "GET labels" -> labelsEndpoint.list(request);
            case "POST hosts/transfer" -> json(request, hostsEndpoint::transfer);
            case "POST commands/run" -> commandsEndpoint.run(request);
            case "GET commands/results" ->
                commandsEndpoint.results(request.findParameter("command_uuid").orElse(""));
            case "GET commands" -> commandsEndpoint.list(request);
            case "POST " + ApiRequest.PROFILES -> profilesEndpoint.add(request);
            case "GET " + ApiRequest.PROFILES -> profilesEndpoint.list(request);
            default -> ofHost(path, request).or(() -> ofLabel(path, request)).orElseGet(() -> one(path, request));
        };
    }

    private Optional<Reply> ofHost(String path, Request request) {
        var labels = ApiRequest.LABELS_OF_HOST.matcher(path);
        if (labels.matches()) {
            int host = Integer.parseInt(labels.group(1));
            return switch (request.method()) {
                case "POST" -> Optional.of(json(request, body -> labelsEndpoint.give(host, body)));
                case "DELETE" -> Optional.of(json(request, body -> labelsEndpoint.take(host, body)));
                default -> Optional.empty();
            };
        }
        var resend = ApiRequest.RESEND.matcher(path);
        return resend.matches() && request.method().equals("POST")
                ? Optional.of(resendEndpoint.resend(Integer.parseInt(resend.group(1)), resend.group(2)))
                : Optional.empty();
    }

    private Optional<Reply> ofLabel(String path, Request request) {
        var hosts = ApiRequest.HOSTS_OF_LABEL.matcher(path);
        return hosts.matches() && request.method().equals("GET")
                ? Optional.of(labelsEndpoint.hosts(hosts.group(1), request))
                : Optional.empty();
    }

    private Reply one(String path, Request request) {
        var last = path.substring(path.lastIndexOf('/') + 1);
        return switch (request.method() + " " + path.substring(0, path.length() - last.length())) {
            case "GET hosts/identifier/" -> hostsEndpoint.byIdentifier(last);
            case "GET hosts/" -> hostsEndpoint.byId(last);
            case "GET labels/" -> labelsEndpoint.show(last);
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
