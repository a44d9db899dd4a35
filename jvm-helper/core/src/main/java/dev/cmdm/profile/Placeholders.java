// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import java.util.function.IntPredicate;

/** Recognises what tools put where a value is to come later: {@code {{x}}}, {@code ${x}} and {@code %X%}. */
final class Placeholders {
    private Placeholders() {}

    /** Whether one stands anywhere in a text. */
    static boolean standIn(String text) {
        return enclosed(text, "{{", "}}") || enclosed(text, "${", "}") || percent(text);
    }

    private static boolean enclosed(String text, String opening, String closing) {
        int open = text.indexOf(opening);
        return open >= 0 && text.indexOf(closing, open + opening.length()) > open + opening.length();
    }

    private static boolean percent(String text) {
        int open = text.indexOf('%');
        while (open >= 0) {
            int close = text.indexOf('%', open + 1);
            if (close > open && isName(text.substring(open + 1, close))) {
                return true;
            }
            open = close;
        }
        return false;
    }

    /** A name as environment variables have them; two hexadecimal digits would be a URL's escape. */
    private static boolean isName(String text) {
        IntPredicate named = character -> character == '_' || (character < 128 && Character.isLetterOrDigit(character));
        boolean escape = text.length() == 2 && text.chars().allMatch(character -> UuidForm.isHex((char) character));
        return !text.isEmpty()
                && !escape
                && Character.isLetter(text.charAt(0))
                && text.chars().allMatch(named);
    }
}
