// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The objects of a binary list by number; never reaches beyond its bytes. (Apple, CFBinaryPList.c.) */
final class BinaryObjects {
    /** 2001-01-01T00:00:00Z, from which Apple counts. */
    private static final long EPOCH = 978_307_200L;

    private static final int COUNT_FOLLOWS = 0xF;

    private final byte[] bytes;
    private final int table;
    private final int offsetSize;
    private final int referenceSize;
    private final int count;
    private final int top;

    BinaryObjects(byte[] bytes, int table, int offsetSize, int referenceSize, int count, int top) {
        this.bytes = bytes;
        this.table = table;
        this.offsetSize = offsetSize;
        this.referenceSize = referenceSize;
        this.count = count;
        this.top = top;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The number of the one at the top. */
    int top() {
        return top;
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
     * The object with a number.
     *
     * @throws BrokenObject if it is of no kind known here or does not lie within the bytes
     */
    BinaryObject get(int number) {
        long offset = unsigned(bytes, table + number * offsetSize, offsetSize);
        if (offset < BinaryTrailer.HEADER.length() || offset >= table) {
            throw new BrokenObject("an object outside the list");
        }
        int at = (int) offset;
        int marker = bytes[at] & 0xFF;
        return switch (marker >> 4) {
            case 0x0 -> sized(simple(marker), at + 1, 0);
            case 0x1 -> sized(BinaryKind.INTEGER, at + 1, power(marker, 4));
            case 0x2 -> sized(BinaryKind.REAL, at + 1, real(marker));
            case 0x3 -> sized(BinaryKind.DATE, at + 1, date(marker));
            case 0x4 -> counted(BinaryKind.DATA, at, 1);
            case 0x5 -> counted(BinaryKind.ASCII, at, 1);
            case 0x6 -> counted(BinaryKind.UTF16, at, 2);
            case 0xA -> counted(BinaryKind.ARRAY, at, referenceSize);
            case 0xD -> counted(BinaryKind.DICT, at, 2 * referenceSize);
            default -> throw new BrokenObject("an object of a kind that profiles cannot hold");
        };
    }

    private static BinaryKind simple(int marker) {
        return switch (marker) {
            case 0x08 -> BinaryKind.FALSE;
            case 0x09 -> BinaryKind.TRUE;
            default -> throw new BrokenObject("an object of a kind that profiles cannot hold");
        };
    }

    private static int power(int marker, int most) {
        if ((marker & 0xF) > most) {
            throw new BrokenObject("a number of a size that does not exist");
        }
        return 1 << (marker & 0xF);
    }

    private static int real(int marker) {
        int length = power(marker, 3);
        if (length < 4) {
            throw new BrokenObject("a number of a size that does not exist");
        }
        return length;
    }

    private static int date(int marker) {
        if (marker != 0x33) {
            throw new BrokenObject("a date of a size that does not exist");
        }
        return 8;
    }

    private BinaryObject sized(BinaryKind kind, int content, int length) {
        if (length > table - content) {
            throw new BrokenObject("an object that is cut off");
        }
        return new BinaryObject(kind, content, length);
    }

    private BinaryObject counted(BinaryKind kind, int at, int unit) {
        int content = at + 1;
        long length = bytes[at] & 0xF;
        if (length == COUNT_FOLLOWS) {
            int marker = content < table ? bytes[content] & 0xFF : 0;
            if (marker < 0x10 || marker > 0x13) {
                throw new BrokenObject("a count that is no number");
            }
            BinaryObject number = sized(BinaryKind.INTEGER, content + 1, power(marker, 3));
            length = unsigned(bytes, number.content(), number.count());
            content = number.content() + number.count();
        }
        if (length < 0 || length > (table - content) / unit) {
            throw new BrokenObject("a count beyond the end of the list");
        }
        return new BinaryObject(kind, content, (int) length);
    }

    /** The number of the object that an array holds at an index; of a dictionary first all keys, then all values. */
    int reference(BinaryObject container, int index) {
        long number = unsigned(bytes, container.content() + index * referenceSize, referenceSize);
        if (number < 0 || number >= count) {
            throw new BrokenObject("a reference to an object that does not exist");
        }
        return (int) number;
    }

    /** The text of an object that is text. */
    String text(BinaryObject object) {
        boolean ascii = object.kind() == BinaryKind.ASCII;
        int end = object.content() + (ascii ? 1 : 2) * object.count();
        if (ascii ? !isAscii(object.content(), end) : !isUtf16(object.content(), end)) {
            throw new BrokenObject("text that is not in the encoding it says");
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

    /** When an object is broken; the walk knows where it stands. */
    static final class BrokenObject extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenObject(String what) {
            super(what, null, false, false);
        }
    }
}
