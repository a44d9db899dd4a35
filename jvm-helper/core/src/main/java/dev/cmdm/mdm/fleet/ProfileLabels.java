// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.http.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The labels by which a configuration profile reaches hosts of its team; one that was deleted stands here under an empty
 * name, which no host has: Fleet then gives the profile to nobody who has not got it. (Fleet, REST API, "OS settings".)
 *
 * @param includeAny who has one of these gets it
 * @param includeAll who has all of these gets it
 * @param excludeAny who has one of these does not get it
 */
record ProfileLabels(List<String> includeAny, List<String> includeAll, List<String> excludeAny) {
    ProfileLabels {
        includeAny = List.copyOf(includeAny);
        includeAll = List.copyOf(includeAll);
        excludeAny = List.copyOf(excludeAny);
    }

    /** Whether it is for those alone who have one label. */
    boolean areOnly(String label) {
        return includeAny.equals(List.of(label)) && includeAll.isEmpty() && excludeAny.isEmpty();
    }

    /** Whether it reaches a host even without one of the host's labels. */
    boolean reachWithout(String label, Set<String> labels) {
        Set<String> others = new HashSet<>(labels);
        others.remove(label);
        if (!includeAny.isEmpty()) {
            return includeAny.stream().anyMatch(others::contains);
        }
        return others.containsAll(includeAll) && excludeAny.stream().noneMatch(others::contains);
    }

    /** The labels while the fields of a profile are read. */
    static final class Reading {
        private final List<String> includeAny = new ArrayList<>();
        private final List<String> includeAll = new ArrayList<>();
        private final List<String> excludeAny = new ArrayList<>();

        /** Takes a field if it holds labels. */
        void read(String field, Json json) {
            switch (field) {
                case "labels_include_any" -> names(json, includeAny);
                // Before there were several ways, it had this name.
                case "labels_include_all", "labels" -> names(json, includeAll);
                case "labels_exclude_any" -> names(json, excludeAny);
                default -> {}
            }
        }

        ProfileLabels labels() {
            return new ProfileLabels(includeAny, includeAll, excludeAny);
        }

        private static void names(Json json, List<String> names) {
            json.items(() -> {
                String[] name = {""};
                boolean[] broken = {false};
                json.fields(field -> {
                    switch (field) {
                        case "name" -> name[0] = json.text().orElse("");
                        case "broken" -> broken[0] = json.isTrue();
                        default -> {}
                    }
                });
                names.add(broken[0] ? "" : name[0]);
            });
        }
    }
}
