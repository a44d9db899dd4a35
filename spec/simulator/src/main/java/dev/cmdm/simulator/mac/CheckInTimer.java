// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Lets a Mac check in some time from now, after a delay drawn anew each time; what comes meanwhile is met by the same check-in. */
final class CheckInTimer {
    /** A check-in. */
    interface CheckIn {
        void run() throws IOException, InterruptedException;
    }

    private final MacSettings mac;
    private final Surroundings surroundings;
    private final CheckIn checkIn;
    private final Consumer<String> log;
    private final AtomicBoolean waiting = new AtomicBoolean();

    CheckInTimer(MacSettings mac, Surroundings surroundings, CheckIn checkIn, Consumer<String> log) {
        this.mac = mac;
        this.surroundings = surroundings;
        this.checkIn = checkIn;
        this.log = log;
    }

    /** Checks in later. */
    void later() {
        if (waiting.compareAndSet(false, true)) {
            surroundings.later(delay(), this::run, log);
        }
    }

    private void run() {
        // whatever comes from here on may be too late for this check-in, so it gets one of its own
        waiting.set(false);
        try {
            checkIn.run();
        } catch (IOException e) {
            log.accept(surroundings.clock().instant() + " check-in failed, tried again later: " + e);
            later();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration delay() {
        long shortest = mac.shortestDelay().toMillis();
        long longest = mac.longestDelay().toMillis();
        return Duration.ofMillis(surroundings.random().nextLong(shortest, longest + 1));
    }
}
