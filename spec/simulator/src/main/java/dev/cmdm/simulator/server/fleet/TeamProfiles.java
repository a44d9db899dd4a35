// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.server.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The configuration profiles of all teams. */
final class TeamProfiles {
    private final List<TeamProfile> profiles = new ArrayList<>();
    private final Ids ids;
    private final Clock clock;

    TeamProfiles(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    synchronized List<TeamProfile> ofTeam(int team) {
        return profiles.stream().filter(profile -> profile.team() == team).toList();
    }

    /** Those that a host of this team with these labels is to have. */
    synchronized List<TeamProfile> of(int team, List<Label> labels) {
        return ofTeam(team).stream()
                .filter(profile -> profile.scope().reaches(labels))
                .toList();
    }

    synchronized Optional<TeamProfile> find(String uuid) {
        return profiles.stream().filter(profile -> profile.uuid().equals(uuid)).findFirst();
    }

    synchronized TeamProfile add(int team, String name, String identifier, byte[] content, LabelScope scope) {
        var added = new TeamProfile("a" + ids.uuid(), team, name, identifier, content, scope, clock.instant());
        profiles.add(added);
        return added;
    }

    synchronized void remove(TeamProfile profile) {
        profiles.remove(profile);
    }
}
