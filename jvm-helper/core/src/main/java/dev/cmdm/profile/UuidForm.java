// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

/** The form of a UUID: hexadecimal digits in groups of 8, 4, 4, 4 and 12, joined by dashes, in either case. */
final class UuidForm {
    private static final int LENGTH = 36;

    private UuidForm() {}

    /** Whether the whole text has the form; version and variant do not matter. */
    static boolean matches(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int at = 0; at < LENGTH; at++) {
            char character = text.charAt(at);
            boolean fits = isDash(at) ? character == '-' : isHex(character);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDash(int at) {
        return at == 8 || at == 13 || at == 18 || at == 23;
    }

    static boolean isHex(char character) {
        return (character >= '0' && character <= '9')
                || (character >= 'a' && character <= 'f')
                || (character >= 'A' && character <= 'F');
    }
}
