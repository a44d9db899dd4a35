// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Header fields of a request or an answer, in their order; one name may stand several times, and its case
 * does not count. Prints names only, for values may be credentials or cookies. (RFC 9110, 5.)
 */
public final class Headers {
    /** No fields. */
    public static final Headers NONE = new Headers(List.of());

    private final List<Field> fields;

    private Headers(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    /** One field. */
    record Field(String name, String value) {}

    /**
     * These and one more field.
     *
     * @throws IllegalArgumentException when the value holds a control character, with which it could end the
     *     field; the value is not repeated
     */
    public Headers with(String name, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the value of the header " + name + " holds a control character");
        }
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Headers(more);
    }

    /** The first value of a field, without space around it. */
    public Optional<String> find(String name) {
        return all(name).stream().findFirst();
    }

    /** Every value of a field, in their order. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(field -> field.value().strip())
                .toList();
    }

    List<Field> fields() {
        return fields;
    }

    @Override
    public String toString() {
        return fields.stream().map(Field::name).collect(Collectors.joining(", ", "[", "]"));
    }
}
