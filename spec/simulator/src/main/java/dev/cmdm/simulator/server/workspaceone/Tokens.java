// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * /connect/token: OAuth 2 client credentials as a form (vendor's documentation). A wrong client is a 400, which RFC 6749
 * allows beside 401; which of them this server sends is unconfirmed.
 */
final class Tokens {
    private final Optional<String> clientId;
    private final String clientSecret;
    private final Duration life;
    private final Clock clock;
    private final Ids ids;
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();

    Tokens(UemSettings settings, Clock clock, Ids ids) {
        this.clientId = settings.clientId();
        this.clientSecret = settings.clientSecret();
        this.life = settings.tokenLife();
        this.clock = clock;
        this.ids = ids;
    }

    Reply issue(Request request) {
        if (!field(request, "grant_type").equals("client_credentials")) {
            return json(400, UemReplies.object().put("error", "unsupported_grant_type"));
        }
        boolean known = clientId.filter(field(request, "client_id")::equals).isPresent()
                && clientSecret.equals(field(request, "client_secret"));
        if (!known) {
            return json(400, UemReplies.object().put("error", "invalid_client"));
        }
        var token = ids.uuid();
        ends.put(token, clock.instant().plus(life));
        return json(
                200,
                UemReplies.object()
                        .put("access_token", token)
                        .put("expires_in", life.toSeconds())
                        .put("token_type", "Bearer"));
    }

    boolean admits(String token) {
        var end = ends.get(token);
        return end != null && clock.instant().isBefore(end);
    }

    /** From now on no token of before holds. */
    void revoke() {
        ends.clear();
    }

    /** The body of a form reads like a query. */
    private static String field(Request request, String name) {
        var form = new String(request.body(), StandardCharsets.UTF_8);
        return new Request(
                        request.received(), request.method(), request.path(), form, request.headers(), request.body())
                .findParameter(name)
                .orElse("");
    }

    private static Reply json(int status, ObjectNode body) {
        var bytes = JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        return Reply.of(status, "application/json; charset=UTF-8", bytes);
    }
}
