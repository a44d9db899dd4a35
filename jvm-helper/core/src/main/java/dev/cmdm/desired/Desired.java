// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

import java.util.List;
import java.util.Optional;

/**
 * What one owner declares.
 *
 * @param owner who
 * @param prefix what a complete set claims; nothing when the list is not complete, so that it only
 *     speaks of the profiles it names
 * @param profiles in declared order
 */
public record Desired(Owner owner, Optional<Prefix> prefix, List<DesiredProfile> profiles) {
    public Desired {
        profiles = List.copyOf(profiles);
    }

    /** Whether what is owned and not declared shall go. */
    public boolean complete() {
        return prefix.isPresent();
    }

    /** Whether the content of every profile that shall be present was understood. */
    public boolean understood() {
        return profiles.stream().noneMatch(profile -> profile.content() instanceof Content.Broken);
    }
}
