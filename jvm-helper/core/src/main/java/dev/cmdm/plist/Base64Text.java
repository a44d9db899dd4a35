// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Base64 as property lists hold it: the usual alphabet, padded, white space anywhere. (IETF, RFC 4648, 4.) */
final class Base64Text {
    private static final byte[] VALUES = values();

    private Base64Text() {}

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        return values;
    }

    /** The bytes that ASCII text stands for, null if it is no base64. */
    static byte @Nullable [] decode(byte[] ascii, int from, int to) {
        byte[] decoded = new byte[(int) ((to - from) * 3L / 4)];
        int filled = 0;
        int count = 0;
        int bits = 0;
        int i = from;
        for (; i < to && ascii[i] != '='; i++) {
            if (XmlCursor.isSpace(ascii[i])) {
                continue;
            }
            int value = ascii[i] < 0 ? -1 : VALUES[ascii[i]];
            if (value < 0) {
                return null;
            }
            bits = bits << 6 | value;
            if ((++count & 3) == 0) {
                decoded[filled++] = (byte) (bits >> 16);
                decoded[filled++] = (byte) (bits >> 8);
                decoded[filled++] = (byte) bits;
            }
        }
        int rest = count & 3;
        if (rest == 1 || padding(ascii, i, to) != (4 - rest) % 4) {
            return null;
        }
        if (rest == 2) {
            decoded[filled++] = (byte) (bits >> 4);
        } else if (rest == 3) {
            decoded[filled++] = (byte) (bits >> 10);
            decoded[filled++] = (byte) (bits >> 2);
        }
        return Arrays.copyOf(decoded, filled);
    }

    /** How many padding signs follow, -1 if anything else does. */
    private static int padding(byte[] ascii, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (ascii[i] == '=') {
                count++;
            } else if (!XmlCursor.isSpace(ascii[i])) {
                return -1;
            }
        }
        return count;
    }
}
