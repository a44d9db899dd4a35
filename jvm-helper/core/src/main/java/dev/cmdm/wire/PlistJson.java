// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.desired.Filling;
import dev.cmdm.plist.PlistValue;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Property-list values as the contract writes them: a number with point or exponent is real, without
 * is whole; {@code {"$data": "base64"}}, {@code {"$date": "2026-01-31T00:00:00Z"}}; a dictionary whose
 * only key begins with {@code $} stands in {@code {"$dict": {…}}}; a secret is only named, {@code {"$secret": "NAME"}}.
 * Null is dropped.
 */
final class PlistJson {
    private static final BigInteger LOWEST = BigInteger.TWO.pow(63).negate();
    private static final BigInteger HIGHEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    private static final String DATE_SHAPE = "dddd-dd-ddTdd:dd:ddZ";

    private final boolean secrets;

    private PlistJson(boolean secrets) {
        this.secrets = secrets;
    }

    /**
     * A dictionary of property-list values.
     *
     * @param path where it stands, for messages
     * @throws JsonObject.FieldException when a value cannot stand in a property list
     */
    static PlistValue.Dict dict(Map<?, ?> fields, String path) {
        return new PlistJson(false).entries(fields, path);
    }

    /** The same of content that is to be filled: {@code {"$secret": "NAME"}} is the placeholder of that secret. */
    static PlistValue.Dict dictWithSecrets(Map<?, ?> fields, String path) {
        return new PlistJson(true).entries(fields, path);
    }

    private PlistValue.Dict entries(Map<?, ?> fields, String path) {
        Map<String, PlistValue> entries = new LinkedHashMap<>();
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            String key = wellFormed((String) field.getKey(), path);
            value(field.getValue(), path + "." + key).ifPresent(value -> entries.put(key, value));
        }
        return new PlistValue.Dict(entries);
    }

    private Optional<PlistValue> value(@Nullable Object json, String path) {
        if (json == null) {
            return Optional.empty();
        }
        if (json instanceof Map<?, ?> map) {
            return Optional.of(map(map, path));
        }
        if (json instanceof List<?> list) {
            return Optional.of(array(list, path));
        }
        return Optional.of(scalar(json, path));
    }

    private static PlistValue scalar(Object json, String path) {
        if (json instanceof String text) {
            return new PlistValue.Text(wellFormed(text, path));
        }
        if (json instanceof Boolean flag) {
            return new PlistValue.Bool(flag);
        }
        if (json instanceof Double real) {
            return new PlistValue.Real(finite(real, path));
        }
        return new PlistValue.Int(inRange((BigInteger) json, path));
    }

    private PlistValue array(List<?> list, String path) {
        List<PlistValue> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            value(list.get(i), path + "[" + i + "]").ifPresent(items::add);
        }
        return new PlistValue.Array(items);
    }

    private PlistValue map(Map<?, ?> map, String path) {
        if (map.size() == 1) {
            Map.Entry<?, ?> only = map.entrySet().iterator().next();
            String key = (String) only.getKey();
            if (key.startsWith("$")) {
                return special(key, only.getValue(), path);
            }
        }
        return entries(map, path);
    }

    private PlistValue special(String key, @Nullable Object json, String path) {
        if (key.equals("$data") && json instanceof String text) {
            return PlistValue.Data.of(base64(text, path));
        }
        if (key.equals("$date") && json instanceof String text) {
            return new PlistValue.Date(date(text, path));
        }
        if (key.equals("$dict") && json instanceof Map<?, ?> map) {
            return entries(map, path);
        }
        if (key.equals("$secret") && json instanceof String name) {
            return new PlistValue.Text(secret(name, path));
        }
        throw new JsonObject.FieldException(
                path
                        + " is written as no value of the contract; a dictionary whose only key begins with $ stands in {\"$dict\": {…}}");
    }

    private String secret(String name, String path) {
        if (!secrets) {
            throw new JsonObject.FieldException(path + " names a secret, which only a profile with fill: true may");
        }
        return Filling.findSecretPlaceholder(name)
                .orElseThrow(() -> new JsonObject.FieldException(
                        path + " must name a secret by letters, digits, dots, dashes and underscores"));
    }

    private static byte[] base64(String text, String path) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new JsonObject.FieldException(path + " must be base64");
        }
    }

    private static Instant date(String text, String path) {
        if (hasShape(text)) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw new JsonObject.FieldException(path + " is a date that does not exist");
            }
        }
        throw new JsonObject.FieldException(path + " must be a date such as 2026-01-31T00:00:00Z");
    }

    private static boolean hasShape(String text) {
        if (text.length() != DATE_SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char wanted = DATE_SHAPE.charAt(i);
            char c = text.charAt(i);
            if (wanted == 'd' ? c < '0' || c > '9' : c != wanted) {
                return false;
            }
        }
        return true;
    }

    private static double finite(double real, String path) {
        if (Double.isInfinite(real)) {
            throw new JsonObject.FieldException(path + " is a number out of range");
        }
        return real;
    }

    private static BigInteger inRange(BigInteger number, String path) {
        if (number.compareTo(LOWEST) < 0 || number.compareTo(HIGHEST) > 0) {
            throw new JsonObject.FieldException(path + " is a whole number beyond 64 bits");
        }
        return number;
    }

    private static String wellFormed(String text, String path) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new JsonObject.FieldException(path + " holds half a character (a lone surrogate)");
            }
        }
        return text;
    }
}
