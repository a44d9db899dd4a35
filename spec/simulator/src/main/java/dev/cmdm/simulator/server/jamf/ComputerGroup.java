// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import java.util.Set;

/**
 * A static computer group.
 *
 * @param members ids of its computers
 */
record ComputerGroup(int id, String name, Set<Integer> members) {
    ComputerGroup named(String other) {
        return new ComputerGroup(id, other, members);
    }

    ComputerGroup with(Set<Integer> others) {
        return new ComputerGroup(id, name, Set.copyOf(others));
    }

    XmlElement write(Computers known) {
        return XmlElement.of(
                "computer_group",
                XmlElement.of("id", String.valueOf(id)),
                XmlElement.of("name", name),
                XmlElement.of("is_smart", "false"),
                XmlElement.of("criteria"),
                XmlElement.of("computers", known.elements(members)));
    }
}
