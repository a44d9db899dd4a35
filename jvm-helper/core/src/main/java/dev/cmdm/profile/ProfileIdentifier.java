// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

/**
 * The top-level PayloadIdentifier, by which macOS decides between replacing and adding. (Apple,
 * TopLevel.yaml.) It is handed to command-line tools and printed in listings of one line each, so it
 * is never blank, never looks like an option and never holds a control character; anything else that
 * macOS can hold, spaces among it, is allowed. Compares by UTF-16 code units, case counts.
 *
 * @param value the identifier as written
 */
public record ProfileIdentifier(String value) implements Comparable<ProfileIdentifier> {
    /**
     * Checks the rules above.
     *
     * @throws BadIdentifierException when one is broken
     */
    public ProfileIdentifier {
        if (!isPlain(value)) {
            check(value);
        }
    }

    /** Whether it holds nothing but dashes, points, digits and letters of ASCII, as nearly all do, and keeps the rules. */
    private static boolean isPlain(String value) {
        char[] characters = value.toCharArray();
        for (char character : characters) {
            if (character < '-' || character > 'z') {
                return false;
            }
        }
        return !value.isEmpty() && !value.startsWith("-");
    }

    private static void check(String value) {
        if (value.codePoints().allMatch(ProfileIdentifier::isSpace)) {
            throw new BadIdentifierException("is blank");
        }
        if (value.startsWith("-")) {
            throw new BadIdentifierException("begins with a dash");
        }
        if (value.codePoints().anyMatch(ProfileIdentifier::isUnprintable)) {
            throw new BadIdentifierException("holds a newline or another control character");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProfileIdentifier identifier && value.equals(identifier.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(ProfileIdentifier other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isUnprintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
