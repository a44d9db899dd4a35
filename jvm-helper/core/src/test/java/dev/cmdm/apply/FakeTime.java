// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.journal.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody waits, and tells who lives by it. */
final class FakeTime implements Time {
    static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");

    private final List<Runnable> listeners = new ArrayList<>();
    private Duration elapsed = Duration.ZERO;
    private Duration clockError = Duration.ZERO;

    void onPassing(Runnable listener) {
        listeners.add(listener);
    }

    /** Sets the clock forth or back; what has elapsed stays. */
    void setClock(Duration error) {
        clockError = error;
    }

    @Override
    public Instant now() {
        return BEGIN.plus(elapsed).plus(clockError);
    }

    @Override
    public Duration elapsed() {
        return elapsed;
    }

    @Override
    public void sleep(Duration span) {
        elapsed = elapsed.plus(span);
        listeners.forEach(Runnable::run);
    }
}
