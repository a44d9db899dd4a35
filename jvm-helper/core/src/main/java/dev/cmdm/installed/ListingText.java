// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import dev.cmdm.plist.Place;
import dev.cmdm.plist.PlistWarning;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The bytes of a listing before a property list is made of them. */
final class ListingText {
    private static final byte[] OPEN = "<?xml".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "</plist>".getBytes(StandardCharsets.US_ASCII);
    private static final char REPLACEMENT = '\uFFFD';

    private ListingText() {}

    /**
     * The property list in the output: from the first XML declaration to the last end of a list. A
     * debugging profile, for one, makes the tool print lines before and after it.
     *
     * @throws ListingUnreadableException when there is none, or no end of one
     */
    static byte[] cut(byte[] output, List<PlistWarning> warnings) {
        int from = first(output);
        int to = last(output);
        if (from < 0) {
            throw new ListingUnreadableException(
                    blank(output, 0, output.length) ? "printed nothing" : "printed no property list");
        } else if (to < from) {
            throw new ListingUnreadableException("printed a property list that breaks off");
        } else if (!blank(output, 0, from) || !blank(output, to, output.length)) {
            warnings.add(new PlistWarning("text-around", "text around the property list was left out", Place.TOP));
        }
        return Arrays.copyOfRange(output, from, to);
    }

    /**
     * The same text with U+FFFD in place of every byte that is no UTF-8 and every character that XML
     * does not allow. Nothing is dropped, so that no name can turn into another one.
     */
    static byte[] repair(byte[] plist) {
        StringBuilder text = new StringBuilder(new String(plist, StandardCharsets.UTF_8));
        for (int i = 0; i < text.length(); i++) {
            if (forbidden(text.charAt(i))) {
                text.setCharAt(i, REPLACEMENT);
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a name may have come out of a repair as another one than the Mac knows. */
    static boolean doubtful(String name) {
        return name.indexOf(REPLACEMENT) >= 0;
    }

    private static boolean forbidden(char character) {
        return (character < ' ' && character != '\t' && character != '\n' && character != '\r')
                || character == '\uFFFE'
                || character == '\uFFFF';
    }

    private static int first(byte[] output) {
        for (int i = 0; i <= output.length - OPEN.length; i++) {
            if (matches(output, i, OPEN)) {
                return i;
            }
        }
        return -1;
    }

    /** The offset behind the last end of a list, -1 when there is none. */
    private static int last(byte[] output) {
        for (int i = output.length - CLOSE.length; i >= 0; i--) {
            if (matches(output, i, CLOSE)) {
                return i + CLOSE.length;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] output, int at, byte[] word) {
        return Arrays.equals(output, at, at + word.length, word, 0, word.length);
    }

    private static boolean blank(byte[] output, int from, int to) {
        for (int i = from; i < to; i++) {
            if (output[i] < 0 || output[i] > ' ') {
                return false;
            }
        }
        return true;
    }
}
