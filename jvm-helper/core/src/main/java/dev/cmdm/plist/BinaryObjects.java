// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** The objects of a binary list by number; never reaches beyond its bytes. (Apple, CFBinaryPList.c.) */
final class BinaryObjects {
    private static final int COUNT_FOLLOWS = 0xF;

    private final byte[] bytes;
    private final BinaryContent content;
    private final int table;
    private final int offsetSize;
    private final int referenceSize;
    private final int count;
    private final int top;

    BinaryObjects(byte[] bytes, int table, int offsetSize, int referenceSize, int count, int top) {
        this.bytes = bytes;
        this.content = new BinaryContent(bytes);
        this.table = table;
        this.offsetSize = offsetSize;
        this.referenceSize = referenceSize;
        this.count = count;
        this.top = top;
    }

    /** What they hold. */
    BinaryContent content() {
        return content;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The number of the one at the top. */
    int top() {
        return top;
    }

    /**
     * The object with a number.
     *
     * @throws BrokenBinaryObject if it is of no kind known here or does not lie within the bytes
     */
    BinaryObject get(int number) {
        long offset = BinaryContent.unsigned(bytes, table + number * offsetSize, offsetSize);
        if (offset < BinaryTrailer.HEADER.length() || offset >= table) {
            throw new BrokenBinaryObject("an object outside the list");
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
            default -> throw new BrokenBinaryObject("an object of a kind that profiles cannot hold");
        };
    }

    private static BinaryKind simple(int marker) {
        return switch (marker) {
            case 0x08 -> BinaryKind.FALSE;
            case 0x09 -> BinaryKind.TRUE;
            default -> throw new BrokenBinaryObject("an object of a kind that profiles cannot hold");
        };
    }

    private static int power(int marker, int most) {
        if ((marker & 0xF) > most) {
            throw new BrokenBinaryObject("a number of a size that does not exist");
        }
        return 1 << (marker & 0xF);
    }

    private static int real(int marker) {
        int length = power(marker, 3);
        if (length < 4) {
            throw new BrokenBinaryObject("a number of a size that does not exist");
        }
        return length;
    }

    private static int date(int marker) {
        if (marker != 0x33) {
            throw new BrokenBinaryObject("a date of a size that does not exist");
        }
        return 8;
    }

    private BinaryObject sized(BinaryKind kind, int content, int length) {
        if (length > table - content) {
            throw new BrokenBinaryObject("an object that is cut off");
        }
        return new BinaryObject(kind, content, length);
    }

    private BinaryObject counted(BinaryKind kind, int at, int unit) {
        int content = at + 1;
        long length = bytes[at] & 0xF;
        if (length == COUNT_FOLLOWS) {
            int marker = content < table ? bytes[content] & 0xFF : 0;
            if (marker < 0x10 || marker > 0x13) {
                throw new BrokenBinaryObject("a count that is no number");
            }
            BinaryObject number = sized(BinaryKind.INTEGER, content + 1, power(marker, 3));
            length = BinaryContent.unsigned(bytes, number.content(), number.count());
            content = number.content() + number.count();
        }
        if (length < 0 || length > (table - content) / unit) {
            throw new BrokenBinaryObject("a count beyond the end of the list");
        }
        return new BinaryObject(kind, content, (int) length);
    }

    /** The number of the object that an array holds at an index; of a dictionary first all keys, then all values. */
    int reference(BinaryObject container, int index) {
        long number = BinaryContent.unsigned(bytes, container.content() + index * referenceSize, referenceSize);
        if (number < 0 || number >= count) {
            throw new BrokenBinaryObject("a reference to an object that does not exist");
        }
        return (int) number;
    }
}
