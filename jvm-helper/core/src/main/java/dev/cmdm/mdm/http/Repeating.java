// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.Exchange.Unreachable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Repeats a call that failed, when it is safe to: a question; whatever never left this machine; what the server
 * sent away unread because it is busy. A command that may have arrived is never repeated here. All pauses and failed
 * attempts of a run share one span of time, and none begins that would outlast it.
 */
final class Repeating {
    private final Repeats repeats;
    private final Link link;
    private final Consumer<String> note;
    private final Breaker breaker;
    private Duration spent = Duration.ZERO;
    /** Until when, by the time elapsed, the server wants no request. */
    private Duration quiet = Duration.ZERO;

    Repeating(Repeats repeats, Link link, Consumer<String> note) {
        this.repeats = repeats;
        this.link = link;
        this.note = note;
        this.breaker = new Breaker(link.timing());
    }

    /** Calls, as often as it takes and may be. */
    Exchange call(HttpCall call, Supplier<Exchange> once) {
        Optional<Exchange> shut = breaker.find();
        if (shut.isPresent()) {
            return shut.orElseThrow();
        }
        if (!passesQuiet()) {
            return new Unreachable("cmdm was stopped before it was asked", true);
        }
        Exchange last = attempt(once);
        for (int repeat = 1; repeat < repeats.attempts() && mayRepeat(call, last) && waits(last, repeat); repeat++) {
            last = attempt(once);
        }
        if (!Thread.currentThread().isInterrupted()) {
            breaker.note(call, last);
        }
        return last;
    }

    private Exchange attempt(Supplier<Exchange> once) {
        Duration begun = link.timing().elapsed();
        Exchange exchange = once.get();
        if (exchange instanceof Answer answer) {
            limit(answer)
                    .pause()
                    .ifPresent(pause -> quiet = link.timing().elapsed().plus(pause));
        } else {
            spent = spent.plus(link.timing().elapsed().minus(begun));
        }
        return exchange;
    }

    private static boolean mayRepeat(HttpCall call, Exchange exchange) {
        return exchange.match(
                answer -> switch (answer.status()) {
                    case 429 -> true;
                    case 503 ->
                        call.question() || answer.headers().find("retry-after").isPresent();
                    case 502, 504 -> call.question();
                    default -> false;
                },
                unreachable -> !unreachable.lasting(),
                lost -> call.question());
    }

    /** Lets the pause before a repeat pass; false when there is no time for it, or an end is wanted. */
    private boolean waits(Exchange last, int repeat) {
        Optional<Duration> asked = last instanceof Answer answer ? limit(answer).pause() : Optional.empty();
        Duration span = asked.map(this::aBitMore).orElseGet(() -> jittered(repeats.pause(repeat)));
        return fits(span) && sleeps(span, "asks again");
    }

    /** A server that said how long it wants no request gets none so long, if there is time for that; false when an end is wanted. */
    private boolean passesQuiet() {
        Duration left = quiet.minus(link.timing().elapsed());
        return left.compareTo(Duration.ZERO) <= 0 || !fits(left) || sleeps(left, "goes on");
    }

    private boolean fits(Duration span) {
        return spent.plus(span).compareTo(repeats.whole()) <= 0;
    }

    private boolean sleeps(Duration span, String then) {
        note.accept("waits " + span.toMillis() + " ms and " + then);
        spent = spent.plus(span);
        return link.timing().sleep(span);
    }

    /** Between half of the span and all of it. */
    private Duration jittered(Duration span) {
        return Duration.ofNanos((long) (span.toNanos() * (0.5 + link.random().nextDouble() / 2)));
    }

    /** The span that a server asked for, and up to a second more. */
    private Duration aBitMore(Duration span) {
        return span.plusMillis((long) (1000 * link.random().nextDouble()));
    }

    private RateLimit limit(Answer answer) {
        return RateLimit.of(answer.headers(), link.timing().now());
    }
}
