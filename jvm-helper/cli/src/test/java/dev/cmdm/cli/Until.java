// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does; the limit only catches what hangs. */
public final class Until {
    private static final Duration LIMIT = Duration.ofSeconds(150);
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private Until() {}

    /** Waits until something is so. */
    public static void isTrue(String what, BooleanSupplier condition) {
        isTrue(what, LIMIT, condition);
    }

    /** Waits until something is so, no longer than a limit. */
    public static void isTrue(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to pass: " + what);
            }
            LockSupport.parkNanos(SLICE_NANOS);
        }
    }
}
