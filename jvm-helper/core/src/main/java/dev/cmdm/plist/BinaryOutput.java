// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of a binary list that grow. (Apple, CFBinaryPList.c.) */
final class BinaryOutput {
    private static final int COUNT_FOLLOWS = 0xF;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    long length() {
        return bytes.size();
    }

    /** The bytes, of the sizes there are, that a number needs which is not negative. */
    static int size(long number) {
        if (number < 1L << 8) {
            return 1;
        } else if (number < 1L << 16) {
            return 2;
        }
        return number < 1L << 32 ? 4 : 8;
    }

    void ascii(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    void all(byte[] content) {
        bytes.writeBytes(content);
    }

    /** A big-endian number. */
    void number(long number, int size) {
        for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
            bytes.write((int) (number >>> shift));
        }
    }

    /** An integer as an object. */
    void integer(long number) {
        int size = number < 0 ? 8 : size(number);
        bytes.write(0x10 | Integer.numberOfTrailingZeros(size));
        number(number, size);
    }

    /** The marker of an object whose size is counted. */
    void counted(int kind, int count) {
        bytes.write(kind | Math.min(count, COUNT_FOLLOWS));
        if (count >= COUNT_FOLLOWS) {
            integer(count);
        }
    }
}
