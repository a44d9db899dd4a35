// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which Macs an object is for, as it was read. What is not about this Mac is written back as it came, for a scope can be
 * written only whole.
 *
 * @param xml the element {@code scope}
 */
record Scope(XmlElement xml) {
    /** Nobody. */
    static final Scope NOBODY =
            new Scope(XmlElement.of("scope", XmlElement.of("all_computers", "false"), XmlElement.of("computers")));

    private static final String COMPUTERS = "computers";
    private static final String GROUPS = "computer_groups";
    private static final String EXCLUSIONS = "exclusions";

    /** What only takes away from whom an object is for. */
    private static final Set<String> RESTRICTIONS = Set.of("limitations", EXCLUSIONS);

    /** Whether a Mac is named, and not excluded by name. */
    boolean names(String computer) {
        return xml.in(COMPUTERS).anyMatch(is(computer)) && !excludes(computer);
    }

    boolean excludes(String computer) {
        return exclusions().in(COMPUTERS).anyMatch(is(computer));
    }

    /** Whether a Mac may get the object otherwise than by its own name. */
    boolean isWide() {
        return xml.children().stream()
                .filter(part -> !part.name().equals(COMPUTERS) && !RESTRICTIONS.contains(part.name()))
                .anyMatch(Scope::isSomebody);
    }

    /** The id of the computer group of a name that the object is for. */
    Optional<String> findGroup(String name) {
        return xml.in(GROUPS)
                .filter(group -> group.say("name").equals(name))
                .map(group -> group.say("id"))
                .findFirst();
    }

    /** With a Mac that is named. */
    Scope naming(String computer) {
        XmlElement named = list(xml).without(is(computer)).plus(computer(computer));
        return new Scope(admitting(computer).xml.with(named));
    }

    /** With a Mac that is not excluded. */
    Scope admitting(String computer) {
        return excludes(computer)
                ? new Scope(xml.with(exclusions().with(list(exclusions()).without(is(computer)))))
                : this;
    }

    /** With a Mac that is not named, and is excluded if it might get the object otherwise. */
    Scope leavingOut(String computer) {
        Scope unnamed = new Scope(xml.with(list(xml).without(is(computer))));
        if (!isWide() || excludes(computer)) {
            return unnamed;
        }
        XmlElement excluded = list(exclusions()).plus(computer(computer));
        return new Scope(unnamed.xml.with(exclusions().with(excluded)));
    }

    /** Whether it is so that a Mac does not get the object. */
    boolean leavesOut(String computer) {
        return excludes(computer) || (!isWide() && !names(computer));
    }

    private XmlElement exclusions() {
        return xml.find(EXCLUSIONS).orElseGet(() -> XmlElement.of(EXCLUSIONS));
    }

    private static XmlElement list(XmlElement parent) {
        return parent.find(COMPUTERS).orElseGet(() -> XmlElement.of(COMPUTERS));
    }

    private static boolean isSomebody(XmlElement part) {
        return !part.children().isEmpty() || part.text().strip().equals("true");
    }

    private static Predicate<XmlElement> is(String computer) {
        return each -> each.say("id").equals(computer);
    }

    private static XmlElement computer(String id) {
        return XmlElement.of("computer", XmlElement.of("id", id));
    }
}
