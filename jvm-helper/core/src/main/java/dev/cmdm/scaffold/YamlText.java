// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import dev.cmdm.plist.PlistValue;
import java.util.Map;

/** Values as Hiera reads them: YAML in blocks, and nothing in a text that Hiera would replace. */
final class YamlText {
    private static final String STEP = "  ";

    private YamlText() {}

    /** What stands behind a key, up to the end of its last line; inner lines are indented by a number of steps. */
    static String of(PlistValue value, int steps) {
        if (value instanceof PlistValue.Dict dict && !dict.entries().isEmpty()) {
            StringBuilder lines = new StringBuilder("\n");
            for (Map.Entry<String, PlistValue> entry : dict.entries().entrySet()) {
                lines.append(STEP.repeat(steps))
                        .append(quoted(entry.getKey()))
                        .append(':')
                        .append(of(entry.getValue(), steps + 1));
            }
            return lines.toString();
        } else if (value instanceof PlistValue.Array array && !array.items().isEmpty()) {
            StringBuilder lines = new StringBuilder("\n");
            array.items()
                    .forEach(
                            item -> lines.append(STEP.repeat(steps)).append('-').append(of(item, steps + 1)));
            return lines.toString();
        } else if (value instanceof PlistValue.Text text && isBlock(text.value())) {
            return " |\n" + block(text.value(), STEP.repeat(steps));
        }
        return " " + scalar(value) + "\n";
    }

    private static String scalar(PlistValue value) {
        if (value instanceof PlistValue.Dict) {
            return "{}";
        } else if (value instanceof PlistValue.Array) {
            return "[]";
        } else if (value instanceof PlistValue.Text text) {
            return quoted(text.value());
        } else if (value instanceof PlistValue.Int integer) {
            return integer.value().toString();
        } else if (value instanceof PlistValue.Real real) {
            return number(real.value());
        }
        return String.valueOf(((PlistValue.Bool) value).value());
    }

    /** YAML takes a number with an exponent for one only where the exponent has a sign. */
    private static String number(double value) {
        return Double.toString(value).replace("E", value > -1 && value < 1 ? "e" : "e+");
    }

    /** A text in double quotes. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        literal(text).codePoints().forEach(character -> {
            if (!Plain.is(character)) {
                quoted.append(Plain.escape(character, character > 0xffff ? "\\U%08x" : "\\u%04x"));
            } else {
                quoted.append("\"\\".indexOf(character) >= 0 ? "\\" : "").appendCodePoint(character);
            }
        });
        return quoted.append('"').toString();
    }

    /** Whether a text of many lines reads better, and the same, as a block. */
    private static boolean isBlock(String text) {
        return text.indexOf('\n') > 0
                && text.endsWith("\n")
                && !text.endsWith("\n\n")
                && !text.startsWith(" ")
                && !text.startsWith("\t")
                && text.codePoints()
                        .allMatch(character -> character == '\n' || character == '\t' || Plain.is(character));
    }

    private static String block(String text, String indent) {
        StringBuilder block = new StringBuilder();
        literal(text)
                .lines()
                .forEach(line ->
                        block.append(line.isEmpty() ? "" : indent).append(line).append('\n'));
        return block.toString();
    }

    /** Hiera replaces what stands in %{…}, and has this way to say that it shall not. */
    private static String literal(String text) {
        return text.replace("%{", "%{literal('%')}{");
    }
}
