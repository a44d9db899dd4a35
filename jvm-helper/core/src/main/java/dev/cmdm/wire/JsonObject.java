// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is read field by field: it knows where it stands, so that what is wrong can be
 * named, and a {@code null} counts as left out.
 */
final class JsonObject {
    private final Map<?, ?> fields;
    private final String path;

    JsonObject(Map<?, ?> fields, String path) {
        this.fields = fields;
        this.path = path;
    }

    Optional<String> findText(String name) {
        return find(name, String.class, "a string");
    }

    String text(String name, String otherwise) {
        return findText(name).orElse(otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        return find(name, Boolean.class, "true or false").orElse(otherwise);
    }

    int count(String name, int otherwise) {
        Optional<BigInteger> number = find(name, BigInteger.class, "a whole number");
        return number.map(value -> inRange(name, value)).orElse(otherwise);
    }

    OptionalInt findCount(String name) {
        return find(name, BigInteger.class, "a whole number").stream()
                .mapToInt(value -> inRange(name, value))
                .findFirst();
    }

    Optional<JsonObject> findObject(String name) {
        return find(name, Map.class, "an object").map(map -> new JsonObject(map, at(name)));
    }

    List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof Map<?, ?> map)) {
                throw wrong(name, "a list of objects");
            }
            objects.add(new JsonObject(map, at(name) + "[" + objects.size() + "]"));
        }
        return objects;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof String text)) {
                throw wrong(name, "a list of strings");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Bytes written as {@code {"$data": "base64"}}. */
    Optional<byte[]> findData(String name) {
        return findObject(name).map(object -> {
            String text = object.findText("$data").orElseThrow(() -> wrong(name, "{\"$data\": \"base64\"}"));
            try {
                return Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                throw wrong(name, "base64");
            }
        });
    }

    /** What stands under a name, as parsed; null when nothing does. */
    @Nullable
    Object raw(String name) {
        return fields.get(name);
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    /** Where the object stands, such as {@code desired.profiles[1]}. */
    String place() {
        return path;
    }

    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    FieldException wrong(String name, String expected) {
        return new FieldException(at(name) + " must be " + expected);
    }

    private List<?> list(String name) {
        return find(name, List.class, "a list").map(list -> (List<?>) list).orElse(List.of());
    }

    private int inRange(String name, BigInteger value) {
        if (value.signum() < 0 || value.bitLength() > 31) {
            throw wrong(name, "a whole number from 0 to 2147483647");
        }
        return value.intValue();
    }

    private <T> Optional<T> find(String name, Class<T> type, String expected) {
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw wrong(name, expected);
        }
        return Optional.of(type.cast(value));
    }

    /** When a field is not what the contract says. */
    static final class FieldException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FieldException(String words) {
            super(words);
        }
    }
}
