// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The labels of this Fleet, those that it brings first, and which hosts were given them. Their names are global. */
final class Labels {
    private static final int FIRST_ID = 6;

    private final List<Label> labels = new ArrayList<>();
    private final Map<String, Set<Label>> given = new HashMap<>();
    private final Clock clock;

    Labels(Clock clock) {
        this.clock = clock;
        put("All Hosts", "All hosts which have enrolled in Fleet", "select 1;", true);
        put("macOS", "All macOS hosts", "select 1 from os_version where platform = 'darwin';", true);
    }

    synchronized List<Label> all() {
        return List.copyOf(labels);
    }

    synchronized List<Label> of(String hostUuid) {
        return labels.stream()
                .filter(label -> label.builtIn() || given(hostUuid).contains(label))
                .toList();
    }

    synchronized Optional<Label> find(int id) {
        return labels.stream().filter(label -> label.id() == id).findFirst();
    }

    synchronized Optional<Label> find(String name) {
        return labels.stream().filter(label -> label.name().equals(name)).findFirst();
    }

    /** Adds it without hosts; nothing if the name is taken, whatever its case, as in MySQL. */
    synchronized Optional<Label> add(String name, String description, String query) {
        return labels.stream().anyMatch(label -> label.name().equalsIgnoreCase(name))
                ? Optional.empty()
                : Optional.of(put(name, description, query, false));
    }

    synchronized void give(String hostUuid, List<Label> more) {
        given(hostUuid).addAll(more);
    }

    synchronized void take(String hostUuid, List<Label> fewer) {
        fewer.forEach(given(hostUuid)::remove);
    }

    private Set<Label> given(String hostUuid) {
        return given.computeIfAbsent(hostUuid, fresh -> new HashSet<>());
    }

    private Label put(String name, String description, String query, boolean builtIn) {
        var label = new Label(FIRST_ID + labels.size(), name, description, query, builtIn, clock.instant());
        labels.add(label);
        return label;
    }
}
