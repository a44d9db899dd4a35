// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.wire.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The bearer tokens that are good now. */
final class Tokens {
    private static final String BEARER = "Bearer ";

    /** A token and when it ends. */
    record Token(String text, Instant expires) {}

    private final Map<String, Instant> ends = new HashMap<>();
    private final Clock clock;
    private final Ids ids;
    private final Duration life;

    Tokens(Clock clock, Ids ids, Duration life) {
        this.clock = clock;
        this.ids = ids;
        this.life = life;
    }

    synchronized Token issue() {
        var token = new Token(ids.trace() + ids.trace(), clock.instant().plus(life));
        ends.put(token.text(), token.expires());
        return token;
    }

    synchronized void invalidate(Request request) {
        bearer(request).ifPresent(ends::remove);
    }

    synchronized boolean admits(Request request) {
        return bearer(request)
                .map(ends::get)
                .filter(end -> clock.instant().isBefore(end))
                .isPresent();
    }

    Duration life() {
        return life;
    }

    private static Optional<String> bearer(Request request) {
        return request.findHeader("Authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()));
    }
}
