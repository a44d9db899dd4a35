// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes parsed values back as JSON. */
final class PlainJson {
    private PlainJson() {}

    static String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> text((String) entry.getKey()) + ":" + write(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        } else if (value instanceof List<?> list) {
            return list.stream().map(PlainJson::write).collect(Collectors.joining(",", "[", "]"));
        } else if (value instanceof String text) {
            return text(text);
        }
        return String.valueOf(value);
    }

    private static String text(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
