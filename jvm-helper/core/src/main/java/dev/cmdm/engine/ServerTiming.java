// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.journal.Time;
import dev.cmdm.mdm.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** This machine's time for whoever speaks to servers; waits in slices, so that an end that is wanted comes soon. */
record ServerTiming(Time time, BooleanSupplier ending) implements Timing {
    private static final Duration SLICE = Duration.ofMillis(250);

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public Duration elapsed() {
        return time.elapsed();
    }

    @Override
    public boolean sleep(Duration span) {
        Duration end = time.elapsed().plus(span);
        for (Duration left = span; left.compareTo(Duration.ZERO) > 0; left = end.minus(time.elapsed())) {
            if (ending.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                return false;
            }
            time.sleep(left.compareTo(SLICE) < 0 ? left : SLICE);
        }
        return !ending.getAsBoolean();
    }
}
