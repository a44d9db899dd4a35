// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.secret.Secret;
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

    /** One field, and whether its value may stand in no message. */
    record Field(String name, String value, boolean secret) {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * These and one more field.
     *
     * @throws IllegalArgumentException when the value holds a control character, with which it could end the
     *     field; the value is not repeated
     */
    public Headers with(String name, String value) {
        return with(new Field(name, value, false));
    }

    /** These and one more field, whose value is masked in the server's own words. */
    public Headers withSecret(String name, Secret value) {
        return with(new Field(name, value.expose(), true));
    }

    private Headers with(Field field) {
        if (field.value().chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "the value of the header " + field.name() + " holds a control character");
        }
        List<Field> more = new ArrayList<>(fields);
        more.add(field);
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

    /** The values that may stand in no message. */
    List<Secret> secrets() {
        return fields.stream()
                .filter(Field::secret)
                .map(field -> Secret.of(field.value()))
                .toList();
    }

    List<Field> fields() {
        return fields;
    }

    @Override
    public String toString() {
        return fields.stream().map(Field::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
