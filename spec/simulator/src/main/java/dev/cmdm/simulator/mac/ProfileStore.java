// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The profiles of one Mac, in the order of their first installation. An owner has each identifier at most once. */
public final class ProfileStore {
    private final List<InstalledProfile> profiles = new ArrayList<>();

    /** The profile of this owner with this identifier. */
    public synchronized Optional<InstalledProfile> find(Optional<String> user, String identifier) {
        return profiles.stream().filter(same(user, identifier)).findFirst();
    }

    /** Adds a profile, or puts it in the place of the one with its owner and identifier. */
    public synchronized void put(InstalledProfile profile) {
        find(profile.user(), profile.identifier())
                .map(profiles::indexOf)
                .ifPresentOrElse(index -> profiles.set(index, profile), () -> profiles.add(profile));
    }

    /** Removes every profile that fits; none is fine. */
    public synchronized void removeIf(Predicate<InstalledProfile> fits) {
        profiles.removeIf(fits);
    }

    /** Removes the profile of this owner with this identifier; none is fine. */
    public synchronized void remove(Optional<String> user, String identifier) {
        profiles.removeIf(same(user, identifier));
    }

    /** All profiles as they are now. */
    public synchronized List<InstalledProfile> all() {
        return List.copyOf(profiles);
    }

    private static Predicate<InstalledProfile> same(Optional<String> user, String identifier) {
        return profile -> profile.user().equals(user) && profile.identifier().equals(identifier);
    }
}
