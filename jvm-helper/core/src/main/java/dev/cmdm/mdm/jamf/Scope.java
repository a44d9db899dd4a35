// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which Macs an object is for, as it was read. Only administrators change it.
 *
 * @param xml the element {@code scope}
 */
record Scope(XmlElement xml) {
    private static final String COMPUTERS = "computers";
    private static final String GROUPS = "computer_groups";
    private static final String GROUP = "computer_group";

    /** What only takes away from whom an object is for. */
    private static final Set<String> RESTRICTIONS = Set.of("limitations", "exclusions");

    /**
     * The members of one group.
     *
     * @param group its number
     * @param name its name
     */
    static Scope of(String group, String name) {
        return new Scope(XmlElement.of(
                "scope",
                XmlElement.of("all_computers", "false"),
                XmlElement.of(GROUPS, XmlElement.of(GROUP, XmlElement.of("id", group), XmlElement.of("name", name)))));
    }

    boolean excludes(String computer) {
        return xml.find("exclusions").stream()
                .flatMap(exclusions -> exclusions.in(COMPUTERS))
                .anyMatch(is(computer));
    }

    /** The number of the computer group of a name that the object is for. */
    Optional<String> findGroup(String name) {
        return xml.in(GROUPS)
                .filter(group -> group.say("name").equals(name))
                .map(group -> group.say("id"))
                .findFirst();
    }

    /** Whether a Mac may get the object otherwise than as a member of the group of a name. */
    boolean reaches(String computer, String beside) {
        return xml.in(COMPUTERS).anyMatch(is(computer))
                || xml.in(GROUPS).anyMatch(group -> !group.say("name").equals(beside))
                || xml.children().stream()
                        .filter(part ->
                                !part.name().equals(COMPUTERS) && !part.name().equals(GROUPS))
                        .filter(part -> !RESTRICTIONS.contains(part.name()))
                        .anyMatch(Scope::isSomebody);
    }

    private static boolean isSomebody(XmlElement part) {
        return !part.children().isEmpty() || part.text().strip().equals("true");
    }

    private static Predicate<XmlElement> is(String computer) {
        return each -> each.say("id").equals(computer);
    }
}
