// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text, numbers and dates as a binary list holds them. (Apple, CFBinaryPList.c.) */
final class BinaryContent {
    /** 2001-01-01T00:00:00Z, from which Apple counts. */
    static final long EPOCH = 978_307_200L;

    private final byte[] bytes;

    BinaryContent(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A big-endian number of at most 8 bytes; negative if it needs all 64 bits. */
    static long unsigned(byte[] bytes, int from, int length) {
        long value = 0;
        for (int i = from; i < from + length; i++) {
            value = (value << 8) | (bytes[i] & 0xFF);
        }
        return value;
    }

    /**
     * The text of an object that is text.
     *
     * @throws BrokenBinaryObject if it is not in its encoding
     */
    String text(BinaryObject object) {
        boolean ascii = object.kind() == BinaryKind.ASCII;
        int end = object.content() + (ascii ? 1 : 2) * object.count();
        if (ascii ? !isAscii(object.content(), end) : !isUtf16(object.content(), end)) {
            throw new BrokenBinaryObject("text that is not in the encoding it says");
        }
        return new String(
                bytes,
                object.content(),
                end - object.content(),
                ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16BE);
    }

    private boolean isAscii(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isUtf16(int from, int to) {
        boolean high = false;
        for (int i = from; i < to; i += 2) {
            char unit = (char) unsigned(bytes, i, 2);
            if (high != Character.isLowSurrogate(unit)) {
                return false;
            }
            high = Character.isHighSurrogate(unit);
        }
        return !high;
    }

    /** The value of an integer: unsigned up to 4 bytes, signed from 8 on. */
    BigInteger integer(BinaryObject object) {
        if (object.count() <= 8) {
            return BigInteger.valueOf(unsigned(bytes, object.content(), object.count()));
        }
        return new BigInteger(Arrays.copyOfRange(bytes, object.content(), object.content() + object.count()));
    }

    /** The value of a real. */
    double real(BinaryObject object) {
        long bits = unsigned(bytes, object.content(), object.count());
        return object.count() == 4 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
    }

    /** The whole seconds of a date, counted from 1970-01-01T00:00:00Z. */
    long secondsSince1970(BinaryObject object) {
        return (long) real(object) + EPOCH;
    }
}
