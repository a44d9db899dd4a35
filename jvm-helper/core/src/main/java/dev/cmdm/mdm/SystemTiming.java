// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.time.Duration;
import java.time.Instant;

/** The machine's own time; an interrupted thread wants an end. */
final class SystemTiming implements Timing {
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime());
    }

    @Override
    public boolean sleep(Duration span) {
        try {
            Thread.sleep(span.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
