// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

import dev.cmdm.simulator.fault.Operation;
import dev.cmdm.simulator.server.BasicAuth;
import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.server.Devices;
import dev.cmdm.simulator.server.EnrollmentProfile;
import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.server.ProductServer;
import dev.cmdm.simulator.server.ServerSettings;
import dev.cmdm.simulator.server.ServerSurroundings;
import dev.cmdm.simulator.server.Webhook;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoPlist;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** MicroMDM's routes. Credentials are looked at only after the body has been read, so a bad body outranks them. */
public final class MicroMdm implements ProductServer {
    private static final EnrollmentProfile ENROLLMENT = new EnrollmentProfile(
            "com.github.micromdm.micromdm.enroll",
            "com.github.micromdm.micromdm.enroll.scep",
            "MicroMDM",
            List.of("com.apple.mdm.per-user-connections", "com.apple.mdm.bootstraptoken"));

    private final BasicAuth auth;
    private final String topic;
    private final DevicesEndpoint devicesEndpoint;
    private final CommandsEndpoint commandsEndpoint;
    private final QueueEndpoint queueEndpoint;
    private final ProfilesEndpoint profilesEndpoint = new ProfilesEndpoint();
    private final Pushes pushes;
    private final MacEndpoints macs;

    /** A MicroMDM that no Mac has enrolled with. */
    public MicroMdm(ServerSettings settings, ServerSurroundings around) {
        var ids = new Ids(around.random());
        var devices = new Devices(around.clock());
        this.auth = new BasicAuth("micromdm", settings.apiKey());
        this.topic = settings.topic();
        this.pushes = new Pushes(devices, around.apns(), settings.pushCertificate(), ids);
        var queues = new Queues(
                around.scheduler(), settings.queueDelay(), pushes::queued, findLoss(settings, around.clock()));
        this.devicesEndpoint = new DevicesEndpoint(devices);
        this.commandsEndpoint = new CommandsEndpoint(queues, ids);
        this.queueEndpoint = new QueueEndpoint(queues);
        var webhook = new Webhook(settings.webhookUrl(), around.http());
        this.macs = new MacEndpoints(devices, queues, new MicroEvents(webhook, around.clock(), ids));
    }

    private static Optional<Clock> findLoss(ServerSettings settings, Clock clock) {
        return Optional.of(clock)
                .filter(unused -> settings.fields().path("losesConcurrent").asBoolean(false));
    }

    @Override
    public String checkInPath() {
        return "/mdm/checkin";
    }

    @Override
    public String connectPath() {
        return "/mdm/connect";
    }

    @Override
    public Operation operationOf(Request request) {
        return ApiRequests.operationOf(request);
    }

    @Override
    public Optional<Command> findCommand(Request request) {
        return ApiRequests.findCommand(request);
    }

    @Override
    public byte[] enrollmentProfile(URI base) {
        return ENROLLMENT.xml(base, base.resolve(checkInPath()), base.resolve(connectPath()), topic);
    }

    @Override
    public Optional<Reply> answer(Request request) {
        var path = request.path();
        if (path.startsWith(ApiRequests.PUSH)) {
            return request.method().equals("POST") ? push(request, ApiRequests.PUSH) : notAllowed();
        }
        if (path.startsWith(ApiRequests.OLD_PUSH)) {
            return request.method().equals("GET") ? push(request, ApiRequests.OLD_PUSH) : notAllowed();
        }
        return Optional.of(path.startsWith(ApiRequests.COMMANDS) ? queue(request) : fixed(request));
    }

    private Reply fixed(Request request) {
        return switch (request.path()) {
            case "/version" -> only("GET", request, MicroMdm::version);
            case "/mdm/checkin" -> only("PUT", request, () -> macs.checkIn(request));
            case "/mdm/connect" -> only("PUT", request, () -> macs.connect(request));
            case "/v1/devices" -> only("POST", request, () -> json(request, devicesEndpoint::answer));
            case "/v1/commands" ->
                only("POST", request, () -> json(request, body -> commandsEndpoint.answer(body, request.received())));
            case "/v1/profiles" -> profiles(request);
            default -> Reply.notFound();
        };
    }

    private Reply queue(Request request) {
        var udid = request.path().substring(ApiRequests.COMMANDS.length());
        if (udid.isEmpty() || udid.contains("/")) {
            return Reply.notFound();
        }
        return switch (request.method()) {
            case "POST", "PUT" -> add(udid, request);
            case "GET" -> admitted(request, () -> queueEndpoint.view(udid));
            case "DELETE" -> admitted(request, () -> queueEndpoint.clear(udid));
            default -> Reply.empty(405);
        };
    }

    private Reply profiles(Request request) {
        return switch (request.method()) {
            case "PUT" -> json(request, profilesEndpoint::put);
            case "POST" -> json(request, profilesEndpoint::list);
            case "DELETE" -> json(request, profilesEndpoint::delete);
            default -> Reply.empty(405);
        };
    }

    private Reply add(String udid, Request request) {
        try {
            var command = Command.of(GoPlist.xml(request.body()), request.body());
            return admitted(request, () -> queueEndpoint.add(udid, command, request.received()));
        } catch (GoSyntaxException e) {
            return MicroReplies.error("parse payload as plist: " + e.words());
        }
    }

    private Reply json(Request request, Function<JsonNode, Reply> endpoint) {
        try {
            var body = GoJson.decode(request.body());
            return admitted(request, () -> endpoint.apply(body));
        } catch (GoSyntaxException e) {
            return MicroReplies.error(e.words());
        }
    }

    private Optional<Reply> push(Request request, String prefix) {
        var udid = request.path().substring(prefix.length());
        return auth.admits(request) ? pushes.answer(udid) : Optional.of(MicroReplies.unauthorized());
    }

    private Reply admitted(Request request, Supplier<Reply> answer) {
        return auth.admits(request) ? answer.get() : MicroReplies.unauthorized();
    }

    private static Reply only(String method, Request request, Supplier<Reply> answer) {
        return request.method().equals(method) ? answer.get() : Reply.empty(405);
    }

    private static Optional<Reply> notAllowed() {
        return Optional.of(Reply.empty(405));
    }

    private static Reply version() {
        var version = GoJson.object();
        List.of("version", "branch", "revision", "go_version", "build_date", "build_user")
                .forEach(field -> version.put(field, "unknown"));
        return MicroReplies.json(200, version);
    }
}
