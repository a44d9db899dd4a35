// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.listing;

import dev.cmdm.simulator.mac.InstalledProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which profiles one listing shows.
 *
 * @param name under which the tool asks for it
 * @param profiles in order
 * @param totalFact the id of the line that counts them
 * @param noneFact the id of the sentence printed when there are none
 * @param user the short name in those lines; empty in views of more than one owner
 */
record View(String name, List<InstalledProfile> profiles, String totalFact, String noneFact, String user) {
    /** The user name in the view of somebody who has no profiles; the tool puts the real one in its place. */
    static final String ANYBODY = "{user}";

    static View everything(List<InstalledProfile> profiles) {
        return new View("all", profiles, "list.total.all", "list.none.all", "");
    }

    static View computer(List<InstalledProfile> profiles) {
        List<InstalledProfile> own =
                profiles.stream().filter(profile -> profile.user().isEmpty()).toList();
        return new View("computer", own, "list.total.computer", "list.none.computer", "");
    }

    static View of(String user, List<InstalledProfile> profiles) {
        List<InstalledProfile> own = profiles.stream()
                .filter(profile -> profile.user().filter(user::equals).isPresent())
                .toList();
        return new View("user-" + user, own, "list.total.user", "list.none.user", user);
    }

    static View anybody() {
        return new View("anybody", List.of(), "list.total.user", "list.none.user", ANYBODY);
    }

    /** Each owner's profiles, owners and profiles in their order. */
    Map<String, List<InstalledProfile>> byOwner() {
        return profiles.stream()
                .collect(Collectors.groupingBy(InstalledProfile::owner, LinkedHashMap::new, Collectors.toList()));
    }
}
