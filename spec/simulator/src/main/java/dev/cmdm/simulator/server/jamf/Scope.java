// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which Macs a profile is for: the part of Jamf Pro's scopes that computers and computer groups make up.
 *
 * @param all every computer
 * @param computers ids of computers
 * @param groups ids of computer groups
 * @param excluded ids of computers that are not meant whatever else says so
 */
record Scope(boolean all, Set<Integer> computers, Set<Integer> groups, Set<Integer> excluded) {
    static final Scope NOBODY = new Scope(false, Set.of(), Set.of(), Set.of());

    /** What a scope element says; it is the whole scope, whatever was there before. */
    static Scope read(XmlElement scope) {
        return new Scope(
                scope.childText("all_computers").orElse("").equals("true"),
                ids(scope, "computers"),
                ids(scope, "computer_groups"),
                scope.child("exclusions")
                        .map(excluded -> ids(excluded, "computers"))
                        .orElse(Set.of()));
    }

    XmlElement write(Computers known, Objects objects) {
        return XmlElement.of(
                "scope",
                XmlElement.of("all_computers", String.valueOf(all)),
                XmlElement.of("all_jss_users", "false"),
                XmlElement.of("computers", known.elements(computers)),
                XmlElement.of("buildings"),
                XmlElement.of("departments"),
                XmlElement.of("computer_groups", groupElements(objects)),
                XmlElement.of("jss_users"),
                XmlElement.of("jss_user_groups"),
                XmlElement.of("limitations"),
                XmlElement.of("exclusions", XmlElement.of("computers", known.elements(excluded))));
    }

    boolean covers(int computer, Objects objects) {
        boolean meant = all
                || computers.contains(computer)
                || groups.stream().anyMatch(group -> objects.isMember(computer, group));
        return meant && !excluded.contains(computer);
    }

    private List<XmlElement> groupElements(Objects objects) {
        return objects.groups().values().stream()
                .filter(group -> groups.contains(group.id()))
                .map(group -> XmlElement.of(
                        "computer_group",
                        XmlElement.of("id", String.valueOf(group.id())),
                        XmlElement.of("name", group.name())))
                .toList();
    }

    private static Set<Integer> ids(XmlElement parent, String name) {
        return parent.child(name)
                .map(list -> (Set<Integer>) new TreeSet<>(list.ids()))
                .orElse(Set.of());
    }
}
