// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What an MDM said that takes no more for a while.
 *
 * @param server which one, by its address
 * @param at when it said so
 * @param until from when on it takes more again; no quota is counted over more than a day, so that whatever a server
 *     tells is cut to that
 * @param why in its own words, on one line
 */
public record Deferral(String server, Instant at, Instant until, String why) {
    private static final Duration LONGEST = Duration.ofDays(1);

    public Deferral {
        Instant last = at.plus(LONGEST);
        until = until.isAfter(last) ? last : until;
    }

    /** Whether it counts now; what the future said does not, for then a clock was put back. */
    public boolean holds(Instant now) {
        return !now.isBefore(at) && now.isBefore(until);
    }

    /** One line for people. */
    public String words() {
        return words(until, why);
    }

    /** The same of what is no more than words yet. */
    public static String words(Instant until, String why) {
        return "the MDM takes no more until " + until.truncatedTo(ChronoUnit.SECONDS) + ": " + why;
    }
}
