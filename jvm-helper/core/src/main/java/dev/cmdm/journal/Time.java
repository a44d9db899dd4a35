// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import java.time.Duration;
import java.time.Instant;

/** The passing of time, for whoever dates something or waits for something. */
public interface Time {
    /** The clock and the patience of this machine. */
    Time SYSTEM = new SystemTime();

    /** What the clock says; it may be set forth or back at any moment. */
    Instant now();

    /** How long it is since some fixed moment; never goes back. */
    Duration elapsed();

    /** Waits; shorter when the thread is interrupted, which stays noticeable. */
    void sleep(Duration span);
}
