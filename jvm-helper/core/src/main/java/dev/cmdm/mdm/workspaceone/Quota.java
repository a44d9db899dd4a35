// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What is left of the API calls that all of a tenant share. Workspace ONE counts them by the minute and by the day and
 * tells limit, rest and reset with each answer; others use the same quota, so a part of it is left alone.
 */
final class Quota {
    private static final int SPENT = 429;

    /** A tenth at most is left alone: a window of a minute may hold fewer calls than the reserve. */
    private static final long LARGEST_PART = 10;

    private static final Duration LONGEST = Duration.ofDays(1);

    /** Where the server says that the quota is spent, and not until when. */
    private static final Duration UNTOLD = Duration.ofMinutes(15);

    private final long reserve;
    private final InstantSource clock;
    private Optional<Delivery.Deferred> closed = Optional.empty();
    private String words = "";

    Quota(long reserve, InstantSource clock) {
        this.reserve = reserve;
        this.clock = clock;
    }

    /** Why nothing is sent now; nothing when something may be. */
    Optional<Delivery.Deferred> findObstacle() {
        closed = closed.filter(deferred -> clock.instant().isBefore(deferred.until()));
        return closed;
    }

    /** How much is left, for people; empty while no answer told. */
    String words() {
        return words;
    }

    /** Takes note of what an answer tells; yields why the call itself was not taken, when it was not. */
    Optional<Delivery.Deferred> note(Answer answer) {
        RateLimit limit = RateLimit.of(answer.headers(), clock.instant());
        Optional<Instant> reset = limit.reset().map(this::after);
        if (answer.status() == SPENT) {
            Instant until = limit.retryAfter().map(this::after).or(() -> reset).orElseGet(() -> after(UNTOLD));
            closed = Optional.of(new Delivery.Deferred(until, "its quota of API calls is used up"));
            return closed;
        }
        limit.remaining().ifPresent(left -> note(left, findLimit(answer), reset));
        return Optional.empty();
    }

    private void note(long left, Optional<Long> whole, Optional<Instant> reset) {
        words = left + whole.map(all -> " of " + all).orElse("") + " API calls left"
                + reset.map(when -> " until " + when).orElse("");
        long kept = whole.map(all -> Math.min(reserve, all / LARGEST_PART)).orElse(reserve);
        if (left < kept) {
            closed = Optional.of(new Delivery.Deferred(
                    reset.orElseGet(() -> after(UNTOLD)),
                    "only " + left + " API calls of its quota are left, and " + kept
                            + " are kept for others (mdm.quota_reserve)"));
        }
    }

    private static Optional<Long> findLimit(Answer answer) {
        return answer.headers()
                .find("x-ratelimit-limit")
                .filter(text -> text.matches("[0-9]{1,15}"))
                .map(Long::parseLong);
    }

    /**
     * Whole seconds: a reset is told in such, and must not seem over before it is. Nothing is counted over more than a
     * day, so that a header in another unit silences nobody for years.
     */
    private Instant after(Duration span) {
        Instant until = clock.instant().plus(span.compareTo(LONGEST) > 0 ? LONGEST : span);
        Instant whole = until.truncatedTo(ChronoUnit.SECONDS);
        return whole.equals(until) ? until : whole.plusSeconds(1);
    }
}
