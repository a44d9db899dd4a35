// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes by waiting only. */
public final class TestTiming implements Timing {
    public static final Instant START = Instant.parse("2026-11-27T07:00:00Z");

    private final List<Duration> sleeps = new ArrayList<>();
    private Duration passed = Duration.ZERO;
    private boolean ending;

    @Override
    public Instant now() {
        return START.plus(passed);
    }

    @Override
    public Duration elapsed() {
        return passed;
    }

    @Override
    public boolean sleep(Duration span) {
        sleeps.add(span);
        passed = passed.plus(span);
        return !ending;
    }

    public void pass(Duration span) {
        passed = passed.plus(span);
    }

    /** From now on whoever waits is told that an end is wanted. */
    public void end() {
        ending = true;
    }

    public List<Duration> sleeps() {
        return sleeps;
    }
}
