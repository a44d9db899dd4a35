// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

/** Text that may stand in a file as it is, and text that would be obeyed, reordered or not seen there. */
final class Plain {
    private Plain() {}

    /** Whether every character of a text is seen where it stands. */
    static boolean is(String text) {
        return text.codePoints().allMatch(Plain::is);
    }

    /** Whether a character is seen where it stands; not one that ends a line, reverses others or is invisible. */
    static boolean is(int character) {
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

    /** The escapes that Ruby, Puppet and YAML have in common; any other character has one of its number. */
    static String escape(int character, String numbered) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default -> String.format(numbered, character);
        };
    }

    /** A text for a comment: one line, and nothing in it that is not seen. */
    static String comment(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (is(character)) {
                line.appendCodePoint(character);
            } else {
                line.append(String.format("\\u%04x", character));
            }
        });
        return line.toString();
    }
}
