// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Cases;
import java.util.Locale;
import java.util.Map;

/** Values as Ruby and Puppet write them, who agree on all but strings, bytes and dates: a key or an item a line. */
abstract class HashLiterals implements Cases<String> {
    private static final String STEP = "  ";

    private int depth;

    /** A value whose inner lines are indented by a number of steps. */
    final String of(PlistValue value, int steps) {
        depth = steps;
        return value.match(this);
    }

    /** What begins an interpolation between double quotes. */
    abstract char sigil();

    /** A string, safely quoted. */
    final String quoted(String text) {
        if (Plain.is(text)) {
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            if (!Plain.is(character)) {
                quoted.append(Plain.escape(character, "\\u{%x}"));
            } else {
                boolean obeyed = character == '"' || character == '\\' || character == sigil();
                quoted.append(obeyed ? "\\" : "").appendCodePoint(character);
            }
        });
        return quoted.append('"').toString();
    }

    @Override
    public final String dict(PlistValue.Dict dict) {
        if (dict.entries().isEmpty()) {
            return "{}";
        }
        StringBuilder lines = new StringBuilder("{\n");
        depth++;
        for (Map.Entry<String, PlistValue> entry : dict.entries().entrySet()) {
            lines.append(STEP.repeat(depth))
                    .append(quoted(entry.getKey()))
                    .append(" => ")
                    .append(entry.getValue().match(this))
                    .append(",\n");
        }
        depth--;
        return lines.append(STEP.repeat(depth)).append('}').toString();
    }

    @Override
    public final String array(PlistValue.Array array) {
        if (array.items().isEmpty()) {
            return "[]";
        }
        StringBuilder lines = new StringBuilder("[\n");
        depth++;
        for (PlistValue item : array.items()) {
            lines.append(STEP.repeat(depth)).append(item.match(this)).append(",\n");
        }
        depth--;
        return lines.append(STEP.repeat(depth)).append(']').toString();
    }

    @Override
    public final String text(PlistValue.Text text) {
        return quoted(text.value());
    }

    @Override
    public final String integer(PlistValue.Int integer) {
        return integer.value().toString();
    }

    @Override
    public final String real(PlistValue.Real real) {
        return Double.toString(real.value()).toLowerCase(Locale.ROOT);
    }

    @Override
    public final String bool(PlistValue.Bool bool) {
        return String.valueOf(bool.value());
    }
}
