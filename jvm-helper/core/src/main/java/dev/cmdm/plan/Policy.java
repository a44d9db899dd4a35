// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.profile.ProfileIdentifier;
import java.time.Duration;
import java.util.Set;

/**
 * The rules that a site may set, with the design's defaults.
 *
 * @param coolDown how long after sending nothing is sent again even if known lost
 * @param deadline how long after sending a pending command is given up
 * @param nudgeAfter how long an MDM may hold that it was asked before for what is not on the Mac
 * @param removalLimit how many profiles may go in one run because they are no longer declared
 * @param removalsBefore how many of them earlier requests of this run took
 * @param allowEmpty whether an empty complete list may remove
 * @param keep identifiers that are never removed for not being declared
 */
public record Policy(
        Duration coolDown,
        Duration deadline,
        Duration nudgeAfter,
        int removalLimit,
        int removalsBefore,
        boolean allowEmpty,
        Set<ProfileIdentifier> keep) {
    /** What holds when nothing is set. */
    public static final Policy DEFAULTS =
            new Policy(Duration.ofMinutes(30), Duration.ofHours(24), Duration.ofMinutes(15), 3, 0, false, Set.of());

    public Policy {
        keep = Set.copyOf(keep);
    }

    /** The same rules with another span. */
    public Policy nudging(Duration after) {
        return new Policy(coolDown, deadline, after, removalLimit, removalsBefore, allowEmpty, keep);
    }
}
