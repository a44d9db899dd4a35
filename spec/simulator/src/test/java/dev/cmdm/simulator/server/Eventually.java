// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what another thread brings about; the limit only catches hanging. */
final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Eventually() {}

    static <T> T until(Supplier<T> look, Predicate<T> enough) {
        var end = Instant.now().plus(LIMIT);
        var seen = look.get();
        while (!enough.test(seen)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("still " + seen + " after " + LIMIT.toSeconds() + " s");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            seen = look.get();
        }
        return seen;
    }
}
