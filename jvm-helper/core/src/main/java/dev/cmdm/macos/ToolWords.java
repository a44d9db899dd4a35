// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import dev.cmdm.process.ProcessResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a tool ended and its own first words, in one short line that is safe to print. Apple's tools
 * complain on standard output as a rule, so both outputs are looked at; what belongs to a listing is
 * never quoted, for it may hold values of a profile.
 */
final class ToolWords {
    private static final int LONGEST = 240;
    private static final int LOOK_AT = 4096;

    private ToolWords() {}

    /** Such as {@code (exit 1: "…")}, or {@code (exit 1)} when it said nothing that can be quoted. */
    static String of(ProcessResult result) {
        String said = Stream.of(result.stdout(), result.stderr())
                .map(ToolWords::findFirstLine)
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(" / "));
        String exit = "exit " + result.exit();
        return said.isEmpty() ? "(" + exit + ")" : "(" + exit + ": \"" + said + "\")";
    }

    private static Optional<String> findFirstLine(byte[] output) {
        String text = new String(output, 0, Math.min(output.length, LOOK_AT), StandardCharsets.UTF_8);
        return text.lines()
                .map(ToolWords::printable)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .filter(line -> !listed(line))
                .map(ToolWords::shortened);
    }

    private static boolean listed(String line) {
        return line.startsWith("<")
                || line.startsWith("bplist")
                || line.contains("] attribute: ")
                || line.contains("payload[");
    }

    private static String printable(String line) {
        return line.codePoints()
                .filter(ToolWords::shown)
                .map(character -> character == '"' ? '\'' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** Not what could steer a terminal or turn the order of the text around. */
    private static boolean shown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String shortened(String line) {
        int length = line.codePointCount(0, line.length());
        return length <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
