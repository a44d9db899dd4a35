// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import java.time.Duration;

/** Waits in slices, so that an end that is wanted comes soon. */
final class Pause {
    private static final Duration SLICE = Duration.ofMillis(250);

    private final Surroundings surroundings;

    Pause(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Whether the caller wants an end. */
    boolean stopped() {
        return surroundings.stop().requested() || Thread.currentThread().isInterrupted();
    }

    /** Waits for a span, or until an end is wanted. */
    void of(Duration span) {
        Duration end = surroundings.time().elapsed().plus(span);
        Duration left = span;
        while (left.compareTo(Duration.ZERO) > 0 && !stopped()) {
            surroundings.time().sleep(left.compareTo(SLICE) < 0 ? left : SLICE);
            left = end.minus(surroundings.time().elapsed());
        }
    }
}
