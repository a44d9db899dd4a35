// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import dev.cmdm.simulator.fault.Operation;
import dev.cmdm.simulator.json.Fields;
import dev.cmdm.simulator.server.BasicAuth;
import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.server.EnrollmentProfile;
import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.server.ProductServer;
import dev.cmdm.simulator.server.ServerSettings;
import dev.cmdm.simulator.server.ServerSurroundings;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workspace ONE's routes: the token service, the API behind its gate and its quota, and the endpoints of Macs. */
public final class WorkspaceOne implements ProductServer {
    private static final String TOKEN = "/connect/token";
    private static final EnrollmentProfile ENROLLMENT = new EnrollmentProfile(
            "com.airwatch.enrollment",
            "com.airwatch.enrollment.scep",
            "AirWatch",
            List.of("com.apple.mdm.per-user-connections"));

    private final UemSettings settings;
    private final String topic;
    private final Clock clock;
    private final Tokens tokens;
    private final Gatekeeper gatekeeper;
    private final Quota quota;
    private final UemReplies replies;
    private final ApiRoutes routes;
    private final MacEndpoints macs;

    private WorkspaceOne(
            UemSettings settings, ServerSettings server, ServerSurroundings around, X509Certificate identity) {
        var ids = new Ids(around.random());
        this.settings = settings;
        this.topic = server.topic();
        this.clock = around.clock();
        this.tokens = new Tokens(settings, clock, ids);
        this.gatekeeper =
                new Gatekeeper(new BasicAuth(settings.user(), server.apiKey()), settings.tenantCode(), tokens);
        this.quota = new Quota(clock, settings.perMinute(), settings.perDay());
        this.replies = new UemReplies(ids);
        var queues = new CommandQueues(around.apns(), ids);
        var objects = new ProfileObjects(queues);
        var registry = new Registry(clock, settings.fleet(), identity);
        this.macs = new MacEndpoints(registry, queues, objects);
        this.routes = new ApiRoutes(
                new DevicesEndpoint(registry, objects, replies),
                new CommandEndpoint(registry, queues, settings.commandLimit(), replies),
                new ProfilesEndpoint(objects, registry, replies),
                new CreateEndpoint(objects, settings, ids, replies),
                objects);
    }

    /**
     * A Workspace ONE that no simulated Mac has enrolled with.
     *
     * @param authority the certificate that stands for the identities of Macs that are only on record
     */
    public static WorkspaceOne of(ServerSettings settings, ServerSurroundings around, X509Certificate authority) {
        return new WorkspaceOne(UemSettings.of(settings), settings, around, authority);
    }

    @Override
    public String checkInPath() {
        return MacEndpoints.CHECK_IN;
    }

    @Override
    public String connectPath() {
        return MacEndpoints.CONNECT;
    }

    @Override
    public Operation operationOf(Request request) {
        return request.path().equals(TOKEN) ? Operation.TOKEN : routes.operationOf(request);
    }

    @Override
    public Optional<Command> findCommand(Request request) {
        return routes.findCommand(request);
    }

    @Override
    public byte[] enrollmentProfile(URI base) {
        return ENROLLMENT.xml(base, base.resolve(checkInPath()), base.resolve(connectPath()), topic);
    }

    @Override
    public Optional<Reply> answer(Request request) {
        if (isForMacs(request.path())) {
            return Optional.of(macs.answer(request));
        }
        if (request.path().equals(TOKEN)) {
            return Optional.of(request.method().equals("POST") ? tokens.issue(request) : Reply.empty(405));
        }
        return Optional.of(admitted(request));
    }

    @Override
    public Optional<Object> control(String what, Fields fields) {
        switch (what) {
            case "PUT quota" -> {
                quota.limit(
                        fields.findInteger("perMinute").or(settings::perMinute).filter(limit -> limit > 0),
                        fields.findInteger("perDay").or(settings::perDay).filter(limit -> limit > 0));
                fields.end();
                return Optional.of(Map.of("counted", 0));
            }
            case "DELETE tokens" -> {
                tokens.revoke();
                return Optional.of(Map.of("tokens", 0));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    /** Who is turned away at the gate does not use the quota up: it is counted by API key (the rest is unconfirmed). */
    private Reply admitted(Request request) {
        var accepted = Accepted.by(request);
        var refusal = gatekeeper.findRefusal(request);
        if (refusal.isPresent()) {
            return replies.error(accepted, refusal.get(), "User is not authorized.");
        }
        var standing = quota.take();
        if (standing.filter(Quota.Standing::refused).isPresent()) {
            return counted(replies.error(accepted, 429, "The limit of API calls is reached."), standing);
        }
        return counted(
                routes.answer(request, accepted).orElseGet(() -> replies.error(accepted, 404, "Not found.")), standing);
    }

    private Reply counted(Reply reply, Optional<Quota.Standing> standing) {
        return standing.map(now -> reply.with("x-ratelimit-limit", String.valueOf(now.limit()))
                        .with("x-ratelimit-remaining", String.valueOf(now.remaining()))
                        .with("x-ratelimit-reset", String.valueOf(reset(now))))
                .orElse(reply);
    }

    private long reset(Quota.Standing now) {
        return settings.resetInSeconds()
                ? Duration.between(clock.instant(), now.reset()).toSeconds()
                : now.reset().getEpochSecond();
    }
}
