// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Single values as objects of a binary list, in the fewest bytes. (Apple, CFBinaryPList.c.) */
final class BinaryScalars {
    private static final int DATA = 0x40;
    private static final int ASCII = 0x50;
    private static final int UTF16 = 0x60;

    private BinaryScalars() {}

    /** ASCII where it is, UTF-16 where not. */
    static byte[] text(String text, KeyPath path) {
        BinaryOutput out = new BinaryOutput();
        if (text.chars().allMatch(unit -> unit < 0x80)) {
            out.counted(ASCII, text.length());
            out.ascii(text);
        } else {
            out.counted(UTF16, text.length());
            out.all(utf16(text, path));
        }
        return out.toBytes();
    }

    private static byte[] utf16(String text, KeyPath path) {
        if (text.codePoints().anyMatch(BinaryScalars::isHalf)) {
            throw new UnwritableException("text with half a character", path.place());
        }
        return text.getBytes(StandardCharsets.UTF_16BE);
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    static byte[] data(byte[] data) {
        BinaryOutput out = new BinaryOutput();
        out.counted(DATA, data.length);
        out.all(data);
        return out.toBytes();
    }

    /** Seconds since 2001, as a real. */
    static byte[] date(Instant date) {
        BinaryOutput out = new BinaryOutput();
        out.number(0x33, 1);
        out.number(Double.doubleToRawLongBits((double) (date.getEpochSecond() - BinaryContent.EPOCH)), 8);
        return out.toBytes();
    }

    /** What needs the sign bit of eight bytes as magnitude takes sixteen. */
    static byte[] integer(BigInteger value) {
        BinaryOutput out = new BinaryOutput();
        if (value.bitLength() < Long.SIZE) {
            out.integer(value.longValue());
        } else {
            out.number(0x14, 1);
            out.number(0, 8);
            out.number(value.longValue(), 8);
        }
        return out.toBytes();
    }

    /** Four bytes if they hold the same number bit for bit. */
    static byte[] real(double value) {
        BinaryOutput out = new BinaryOutput();
        float narrow = (float) value;
        if (Double.compare(narrow, value) == 0) {
            out.number(0x22, 1);
            out.number(Float.floatToRawIntBits(narrow), 4);
        } else {
            out.number(0x23, 1);
            out.number(Double.doubleToRawLongBits(value), 8);
        }
        return out.toBytes();
    }
}
