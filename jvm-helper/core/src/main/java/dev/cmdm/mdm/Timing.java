// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.time.Duration;
import java.time.Instant;

/** The passing of time for whoever speaks to servers. */
public interface Timing {
    /** The clock and the patience of this machine. */
    Timing SYSTEM = new SystemTiming();

    /** What the clock says. */
    Instant now();

    /** How long it is since some fixed moment; never goes back. */
    Duration elapsed();

    /** Waits; false when an end is wanted, so that nothing may be sent any more. */
    boolean sleep(Duration span);
}
