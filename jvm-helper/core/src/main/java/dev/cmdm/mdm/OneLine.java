// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/** Words from elsewhere, made fit to stand in a message. */
public final class OneLine {
    private static final int LONGEST = 200;

    private OneLine() {}

    /**
     * The words on one line, shortened to 200 characters, with nothing in them that a terminal would
     * obey or not show.
     */
    public static String of(String words) {
        return of(words, LONGEST);
    }

    /** The same, shortened to so many characters. */
    public static String of(String words, int longest) {
        StringBuilder line = new StringBuilder();
        // No more is looked at than could end up in the line, however long the words are.
        words.codePoints().limit(longest * 4L).forEach(c -> append(line, c));
        String text = line.toString().strip();
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }

    private static void append(StringBuilder line, int character) {
        boolean space = Character.isWhitespace(character) || Character.isSpaceChar(character);
        if (space || !isShown(character)) {
            if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        } else {
            line.appendCodePoint(character);
        }
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
