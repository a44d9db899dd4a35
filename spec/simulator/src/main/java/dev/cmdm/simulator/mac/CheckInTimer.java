// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets a Mac check in some time from now, after a delay drawn anew each time; what comes meanwhile is met by the same check-in. */
final class CheckInTimer {
    /** A check-in. */
    interface CheckIn {
        void run() throws IOException, InterruptedException;
    }

    private final Inside mac;
    private final CheckIn checkIn;
    private final AtomicBoolean waiting = new AtomicBoolean();

    CheckInTimer(Inside mac, CheckIn checkIn) {
        this.mac = mac;
        this.checkIn = checkIn;
    }

    /** Checks in later. */
    void later() {
        if (waiting.compareAndSet(false, true)) {
            mac.surroundings().later(delay(), this::run, mac.log());
        }
    }

    private void run() {
        // whatever comes from here on may be too late for this check-in, so it gets one of its own
        waiting.set(false);
        try {
            checkIn.run();
        } catch (IOException e) {
            mac.tell("check-in failed, tried again later: " + e);
            later();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration delay() {
        long shortest = mac.settings().shortestDelay().toMillis();
        long longest = mac.settings().longestDelay().toMillis();
        return Duration.ofMillis(mac.surroundings().random().nextLong(shortest, longest + 1));
    }
}
