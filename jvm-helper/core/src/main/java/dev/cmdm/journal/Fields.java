// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** The named values of one line, as {@code name=value} between tabs; every value survives, whatever is in it. */
final class Fields {
    private static final String TAB = "\t";

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Reads what {@link #toString} wrote. */
    static Fields read(String text) {
        Fields fields = new Fields();
        for (String field : text.isEmpty() ? new String[0] : text.split(TAB, -1)) {
            int equals = field.indexOf('=');
            if (equals < 1 || fields.values.put(field.substring(0, equals), unescape(field, equals + 1)) != null) {
                throw new UnreadableLineException("a field is not name=value, or is there twice");
            }
        }
        return fields;
    }

    Fields with(String name, String value) {
        values.put(name, value);
        return this;
    }

    Fields with(String name, Instant value) {
        return with(name, value.toString());
    }

    Fields with(String name, Optional<?> value) {
        value.ifPresent(present -> values.put(name, present.toString()));
        return this;
    }

    String get(String name) {
        return find(name).orElseThrow(() -> new UnreadableLineException("the field " + name + " is missing"));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Instant getInstant(String name) {
        return instant(get(name));
    }

    Optional<Instant> findInstant(String name) {
        return find(name).map(Fields::instant);
    }

    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UnreadableLineException("a moment is not in the form 2026-01-31T00:00:00Z");
        }
    }

    @Override
    public String toString() {
        StringJoiner joined = new StringJoiner(TAB);
        values.forEach((name, value) -> joined.add(name + "=" + escape(value)));
        return joined.toString();
    }

    /** Writes a backslash twice, and what could end a field or a line, or upset a terminal, by its number. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                escaped.append("\\\\");
            } else if (Character.isISOControl(c) || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                escaped.append(String.format("\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static String unescape(String text, int from) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '\\') {
                plain.append(c);
            } else if (text.startsWith("\\\\", at)) {
                plain.append('\\');
                at++;
            } else if (text.startsWith("\\u", at) && at + 6 <= text.length()) {
                plain.append(unit(text.substring(at + 2, at + 6)));
                at += 5;
            } else {
                throw new UnreadableLineException("a backslash stands alone");
            }
        }
        return plain.toString();
    }

    private static char unit(String hex) {
        try {
            return (char) Integer.parseUnsignedInt(hex, 16);
        } catch (NumberFormatException e) {
            throw new UnreadableLineException("an escape is not four hexadecimal digits");
        }
    }
}
