// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.profile.ProfileKey;
import java.util.List;
import java.util.Optional;

/**
 * What a plan must know of local copies that make way for the MDM's.
 *
 * @param open those that are not over, at most one per profile
 * @param kept what was to come in place of copies that made way, as far as it is not declared now
 * @param probe an empty profile that shows whether the MDM reaches this Mac; nothing where none is to be sent
 */
public record Migrations(List<Migration> open, List<Prepared> kept, Optional<Prepared> probe) {
    /** When no local copy ever made way, and none shall. */
    public static final Migrations NONE = new Migrations(List.of(), List.of(), Optional.empty());

    public Migrations {
        open = List.copyOf(open);
        kept = List.copyOf(kept);
    }

    /** That of a profile, or nothing. */
    Optional<Migration> find(ProfileKey key) {
        return open.stream().filter(one -> one.key().equals(key)).findFirst();
    }
}
