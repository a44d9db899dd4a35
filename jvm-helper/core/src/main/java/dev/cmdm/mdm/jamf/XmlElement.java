// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of the Classic API's XML, which has no attributes and no text beside elements.
 *
 * @param text what it says; empty when it has children
 */
record XmlElement(String name, String text, List<XmlElement> children) {
    XmlElement {
        children = List.copyOf(children);
    }

    static XmlElement of(String name, String text) {
        return new XmlElement(name, text, List.of());
    }

    static XmlElement of(String name, XmlElement... children) {
        return new XmlElement(name, "", List.of(children));
    }

    /** The first child of a name. */
    Optional<XmlElement> find(String child) {
        return children.stream().filter(each -> each.name.equals(child)).findFirst();
    }

    /** The children of a child; none when there is no such child. */
    Stream<XmlElement> in(String child) {
        return find(child).stream().flatMap(found -> found.children.stream());
    }

    /** What a child says, without space around it; empty when there is no such child. */
    String say(String child) {
        return find(child).map(found -> found.text.strip()).orElse("");
    }

    @Override
    public String toString() {
        // Its text may be a profile.
        return "<" + name + ">";
    }
}
