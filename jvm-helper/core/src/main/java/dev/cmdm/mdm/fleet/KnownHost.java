// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.Standing;
import java.util.Optional;
import java.util.Set;

/**
 * A Mac as Fleet knows it.
 *
 * @param uuid its hardware UUID as Fleet spells it, by which it is commanded
 * @param standing whether its MDM is on and is this Fleet
 * @param team the number of its team; nothing when it is in none
 * @param profiles the numbers of the configuration profiles that Fleet keeps on it by itself
 */
record KnownHost(String uuid, Standing standing, Optional<Long> team, Set<String> profiles) {
    KnownHost {
        profiles = Set.copyOf(profiles);
    }

    /** A Mac that Fleet does not know. */
    static KnownHost unknown(String uuid) {
        return new KnownHost(uuid, Standing.UNKNOWN, Optional.empty(), Set.of());
    }
}
