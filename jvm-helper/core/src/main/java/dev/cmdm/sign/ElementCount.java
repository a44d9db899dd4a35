// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.plist.Place;
import dev.cmdm.plist.TooLargeException;

/**
 * Counts the elements of an envelope before anything is made of them, for a file of many tiny ones costs
 * thirty times its size in memory. (X.690, 8.1.) Passes over what is broken: the parser will say so.
 */
final class ElementCount {
    /** Eight MiB of content in the shortest pieces that signers write, 1,000 bytes, are below 10,000. */
    static final int MOST = 50_000;

    private static final int CONSTRUCTED = 0x20;
    private static final int LONG_TAG = 0x1f;
    private static final int INDEFINITE = 0x80;

    private final byte[] bytes;
    private int at;

    private ElementCount(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Refuses an envelope of more elements than any signer writes. */
    static void check(byte[] bytes) {
        ElementCount count = new ElementCount(bytes);
        for (int elements = 0; count.at < bytes.length; elements++) {
            if (elements == MOST) {
                throw TooLargeException.values(MOST, Place.TOP);
            }
            count.element();
        }
    }

    /** Into a constructed element, past a primitive one. */
    private void element() {
        int first = octet();
        if ((first & LONG_TAG) == LONG_TAG) {
            while (octet() >= INDEFINITE) {
                // The number of the tag goes on.
            }
        }
        long length = length();
        if ((first & CONSTRUCTED) == 0) {
            at = (int) Math.min(bytes.length, at + length);
        }
    }

    private long length() {
        int first = octet();
        if (first <= INDEFINITE) {
            return first % INDEFINITE;
        }
        long length = 0;
        for (int octets = first - INDEFINITE; octets > 0; octets--) {
            length = Math.min(Integer.MAX_VALUE, length * 256 + octet());
        }
        return length;
    }

    private int octet() {
        return at < bytes.length ? bytes[at++] & 0xff : 0;
    }
}
