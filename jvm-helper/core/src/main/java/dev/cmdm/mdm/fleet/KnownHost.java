// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.Standing;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Mac as Fleet knows it.
 *
 * @param uuid its hardware UUID as Fleet spells it, by which it is commanded
 * @param number by which it is given labels; nothing when it is not told
 * @param standing whether its MDM is on and is this Fleet
 * @param team the number of its team; nothing when it is in none
 * @param labels the names of the labels that it has
 * @param profiles the configuration profiles that Fleet keeps on it by itself, or takes off it
 */
record KnownHost(
        String uuid,
        Optional<Long> number,
        Standing standing,
        Optional<Long> team,
        Set<String> labels,
        List<HostProfile> profiles) {
    KnownHost {
        labels = Set.copyOf(labels);
        profiles = List.copyOf(profiles);
    }

    /** A Mac that Fleet does not know. */
    static KnownHost unknown(String uuid) {
        return new KnownHost(uuid, Optional.empty(), Standing.UNKNOWN, Optional.empty(), Set.of(), List.of());
    }

    /** How a configuration profile stands on it; nothing when Fleet has nothing to do with it there. */
    Optional<HostProfile> findProfile(String profileUuid) {
        return profiles.stream()
                .filter(profile -> profile.uuid().equals(profileUuid))
                .findFirst();
    }
}
