// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The objects of the Classic API at one moment, by id. */
record Objects(Map<Integer, ConfigurationProfile> profiles, Map<Integer, ComputerGroup> groups) {
    static final Objects NONE = new Objects(Map.of(), Map.of());

    Objects with(ConfigurationProfile profile) {
        var more = new TreeMap<>(profiles);
        more.put(profile.id(), profile);
        return new Objects(more, groups);
    }

    Objects withoutProfile(int id) {
        var fewer = new TreeMap<>(profiles);
        fewer.remove(id);
        return new Objects(fewer, groups);
    }

    Objects with(ComputerGroup group) {
        var more = new TreeMap<>(groups);
        more.put(group.id(), group);
        return new Objects(profiles, more);
    }

    Objects withoutGroup(int id) {
        var fewer = new TreeMap<>(groups);
        fewer.remove(id);
        return new Objects(profiles, fewer);
    }

    Optional<ConfigurationProfile> findProfile(String name) {
        return profiles.values().stream()
                .filter(profile -> profile.general().name().equals(name))
                .findFirst();
    }

    Optional<ComputerGroup> findGroup(String name) {
        return groups.values().stream()
                .filter(group -> group.name().equals(name))
                .findFirst();
    }

    boolean isMember(int computer, int group) {
        var found = groups.get(group);
        return found != null && found.members().contains(computer);
    }
}
