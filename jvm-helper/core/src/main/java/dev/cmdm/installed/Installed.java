// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import dev.cmdm.plist.PlistWarning;
import dev.cmdm.profile.ProfileKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one reading of a Mac found.
 *
 * @param profiles every profile of the computer and of its users, in the listing's order
 * @param whole whether the reader was root and so saw everything
 * @param originsRead whether the verbose listing was read too, so that {@link Origin#UNKNOWN} means
 *     that the Mac does not tell
 * @param warnings what was tolerated in the listing
 */
public record Installed(
        List<InstalledProfile> profiles, boolean whole, boolean originsRead, List<PlistWarning> warnings) {
    public Installed {
        profiles = List.copyOf(profiles);
        warnings = List.copyOf(warnings);
    }

    /** A reading in which nothing had to be tolerated. */
    public Installed(List<InstalledProfile> profiles, boolean whole, boolean originsRead) {
        this(profiles, whole, originsRead, List.of());
    }

    /**
     * The profile under a key, or nothing when it is not there; of several objects with that inside the one that
     * came last. An object is there under its own key too.
     */
    public Optional<InstalledProfile> find(ProfileKey key) {
        return copies(key).reduce(Installed::later);
    }

    /** All that is there under a key: more than one only while an object of a server follows another. */
    public Stream<InstalledProfile> copies(ProfileKey key) {
        return profiles.stream()
                .filter(profile ->
                        profile.key().equals(key) || profile.listedKey().equals(key));
    }

    /** The one that came later; the first where the dates do not tell. */
    private static InstalledProfile later(InstalledProfile first, InstalledProfile second) {
        Optional<Instant> before = InstallDate.find(first.installDate());
        return InstallDate.find(second.installDate())
                        .filter(date -> before.isEmpty() || date.isAfter(before.orElseThrow()))
                        .isPresent()
                ? second
                : first;
    }

    /** Whether an MDM enrolled this Mac, by the enrollment profile in the listing. */
    public boolean showsEnrollment() {
        return profiles.stream().anyMatch(InstalledProfile::isEnrollment);
    }

    /**
     * When this Mac was enrolled: the install date of its enrollment profile. Nothing when there is none, or
     * it shows no date.
     */
    public Optional<Instant> findEnrolledAt() {
        return profiles.stream()
                .filter(InstalledProfile::isEnrollment)
                .findFirst()
                .flatMap(profile -> InstallDate.find(profile.installDate()));
    }
}
