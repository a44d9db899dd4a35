// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.installed.InstallDate;
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

    /**
     * Lets the second pass in which a UUID was installed last: what comes now under the same gets another
     * install date, and can be told from what stands there.
     */
    void untilPast(String installDate) {
        InstallDate.find(installDate)
                .map(date -> Duration.between(surroundings.time().now(), date.plusSeconds(1)))
                .filter(left -> left.compareTo(Duration.ofSeconds(1)) <= 0)
                .ifPresent(this::of);
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
