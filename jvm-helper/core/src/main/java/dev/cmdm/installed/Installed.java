// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import dev.cmdm.profile.ProfileKey;
import java.util.List;
import java.util.Optional;

/**
 * What one reading of a Mac found.
 *
 * @param profiles every profile of the computer and of its users, in the listing's order
 * @param whole whether the reader was root and so saw everything
 * @param originsRead whether the verbose listing was read too, so that {@link Origin#UNKNOWN} means
 *     that the Mac does not tell
 */
public record Installed(List<InstalledProfile> profiles, boolean whole, boolean originsRead) {
    public Installed {
        profiles = List.copyOf(profiles);
    }

    /** The profile under a key, or nothing when it is not there. */
    public Optional<InstalledProfile> find(ProfileKey key) {
        return profiles.stream().filter(profile -> profile.key().equals(key)).findFirst();
    }

    /** Whether an MDM enrolled this Mac, by the enrollment profile in the listing. */
    public boolean showsEnrollment() {
        return profiles.stream().anyMatch(InstalledProfile::isEnrollment);
    }
}
