// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.Timing;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.Exchange.Lost;
import dev.cmdm.mdm.http.Exchange.Unreachable;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that a server is down, so that of many calls one alone waits for it. Down is what is not reached, or
 * loses a question, after all repeats.
 */
final class Breaker {
    /** After so long it is tried again, for a session may live longer than a server is away. */
    private static final Duration SHUT = Duration.ofSeconds(60);

    private final Timing timing;
    private @Nullable Unreachable down;
    private Duration since = Duration.ZERO;

    Breaker(Timing timing) {
        this.timing = timing;
    }

    /** What a call gets without being tried; nothing when the server may be up. */
    Optional<Exchange> find() {
        boolean shut = timing.elapsed().minus(since).compareTo(SHUT) < 0;
        return Optional.<Exchange>ofNullable(down).filter(known -> shut);
    }

    /** Notes what came of a call in the end. */
    void note(HttpCall call, Exchange last) {
        since = timing.elapsed();
        if (last instanceof Answer) {
            down = null;
        } else if (last instanceof Unreachable unreachable) {
            down = unreachable;
        } else if (last instanceof Lost lost && call.question()) {
            down = new Unreachable(lost.why());
        }
    }
}
