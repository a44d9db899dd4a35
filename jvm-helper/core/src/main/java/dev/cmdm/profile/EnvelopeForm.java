// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

/**
 * Recognises a CMS envelope by its first bytes, so that nothing of it is parsed to find out: a SEQUENCE
 * whose first element is an object identifier below 1.2.840.113549.1.7 or 1.2.840.113549.1.9.16.1.
 * (RFC 5652, ContentInfo.)
 */
public final class EnvelopeForm {
    private static final int SEQUENCE = 0x30;
    /** The length byte that says nothing; beyond it stand how many bytes of length follow. (X.690, 8.1.3.) */
    private static final int INDEFINITE = 0x80;

    private static final int LONGEST = 0x84;
    private static final byte[] PKCS7 = bytes(0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07);
    private static final byte[] SMIME = bytes(0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01);

    private EnvelopeForm() {}

    /** Whether these bytes are an envelope, or the beginning of one that was cut off. */
    public static boolean begins(byte[] bytes) {
        if (bytes.length < 3 || bytes[0] != SEQUENCE) {
            return false;
        }
        int length = bytes[1] & 0xff;
        int content = length > INDEFINITE ? 2 + (length - INDEFINITE) : 2;
        return length <= LONGEST && (matches(bytes, content, PKCS7) || matches(bytes, content, SMIME));
    }

    private static boolean matches(byte[] bytes, int from, byte[] expected) {
        for (int at = 0; at < expected.length && from + at < bytes.length; at++) {
            if (bytes[from + at] != expected[at]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int at = 0; at < values.length; at++) {
            bytes[at] = (byte) values[at];
        }
        return bytes;
    }
}
