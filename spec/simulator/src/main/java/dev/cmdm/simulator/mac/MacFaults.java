// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import dev.cmdm.simulator.facts.MacErrors.MacError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong on a Mac, on demand.
 *
 * @param asleep true while the Mac never checks in
 * @param unanswered how many of the next commands it takes and never answers
 * @param notNow to how many of the next commands it answers NotNow
 * @param error which profile it refuses, and how
 * @param listing how reading the listing goes wrong
 * @param listingLag in place of the Mac's own lag
 */
public record MacFaults(
        boolean asleep,
        int unanswered,
        int notNow,
        Optional<ErrorFault> error,
        ListingFault listing,
        Optional<Duration> listingLag) {
    /** When nothing goes wrong. */
    public static final MacFaults NONE =
            new MacFaults(false, 0, 0, Optional.empty(), ListingFault.NONE, Optional.empty());

    /** A profile, or "*" for every one, whose installation and removal the Mac answers with this ErrorChain. */
    public record ErrorFault(String identifier, List<MacError> chain) {
        /** Whether it is about this profile. */
        public boolean concerns(String profile) {
            return identifier.equals(profile) || (identifier.equals("*") && !profile.isEmpty());
        }
    }

    /** How reading the listing goes wrong. */
    public enum ListingFault {
        /** When it does not. */
        NONE,
        /** When the tool fails with exit 1 and a line of text. */
        FAILS,
        /** When the tool prints nothing and exits 0. */
        EMPTY,
        /** When the tool prints bytes that are no property list and exits 0. */
        GARBAGE,
        /** When lines of text stand around the property list. */
        NOISE,
        /** When the tool prints a sentence in place of the property list. */
        SENTENCE,
        /** When the property list ends in its middle. */
        TRUNCATED
    }

    /** After one more command: one that is not answered comes before one that is put off. */
    MacFaults afterACommand() {
        return unanswered > 0
                ? new MacFaults(asleep, unanswered - 1, notNow, error, listing, listingLag)
                : new MacFaults(asleep, 0, Math.max(0, notNow - 1), error, listing, listingLag);
    }
}
