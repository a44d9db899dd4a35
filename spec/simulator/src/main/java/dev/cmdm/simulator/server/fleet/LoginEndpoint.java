// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.node.ObjectNode;

/**
 * POST login: any user with the API key as password gets the API key as token. More than ten attempts a minute are
 * refused with the seconds to wait; the documentation names the answer, the number is unconfirmed.
 */
final class LoginEndpoint {
    private static final int ATTEMPTS = 10;
    private static final Duration SPAN = Duration.ofMinutes(1);

    private final String apiKey;
    private final Deque<Instant> attempts = new ArrayDeque<>();

    LoginEndpoint(String apiKey) {
        this.apiKey = apiKey;
    }

    synchronized Reply answer(Request request) {
        var now = request.received();
        while (!attempts.isEmpty() && !attempts.peekFirst().plus(SPAN).isAfter(now)) {
            attempts.removeFirst();
        }
        if (attempts.size() >= ATTEMPTS) {
            return tooMany(Duration.between(now, attempts.getFirst().plus(SPAN)).toSeconds() + 1);
        }
        attempts.addLast(now);
        return checked(request);
    }

    private Reply checked(Request request) {
        try {
            var login = GoJson.decode(request.body());
            return login.path("password").asString("").equals(apiKey)
                    ? FleetReplies.json(200, token(login.path("email").asString("")))
                    : FleetReplies.error(401, "Authentication failed", "base", "Authentication failed");
        } catch (GoSyntaxException e) {
            return FleetReplies.badRequest("Expected JSON Body");
        }
    }

    private ObjectNode token(String email) {
        var body = GoJson.object();
        body.set("user", Me.user(email));
        return body.put("token", apiKey);
    }

    private static Reply tooMany(long seconds) {
        var words = "limit exceeded, retry after: " + seconds + "s";
        return FleetReplies.error(429, words, "base", words).with("Retry-After", Long.toString(seconds));
    }
}
