// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.wire.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How paths and lists of the Classic API are made. */
final class ClassicPaths {
    private ClassicPaths() {}

    /**
     * What names one object.
     *
     * @param byName whether its value is a name; an id otherwise
     */
    record Key(boolean byName, String value) {
        Optional<Integer> findId() {
            return Optional.of(value).filter(text -> text.matches("[0-9]{1,9}")).map(Integer::valueOf);
        }
    }

    /** The object that the rest of a path names: {@code /id/7} or {@code /name/com.acme.one}. */
    static Optional<Key> findKey(Request request, String collection) {
        var rest = request.path().substring(collection.length());
        if (rest.startsWith("/id/")) {
            return Optional.of(new Key(false, rest.substring("/id/".length())));
        }
        return rest.startsWith("/name/")
                ? Optional.of(new Key(true, rest.substring("/name/".length())))
                : Optional.empty();
    }

    static XmlElement listed(String name, List<XmlElement> items) {
        return XmlElement.of(
                name,
                Stream.concat(Stream.of(XmlElement.of("size", String.valueOf(items.size()))), items.stream())
                        .toList());
    }
}
