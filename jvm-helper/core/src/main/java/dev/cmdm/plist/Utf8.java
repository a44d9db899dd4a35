// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** UTF-8 as XML takes it: shortest form only, no surrogates, no U+FFFE and U+FFFF. (Unicode, table 3-7.) */
final class Utf8 {
    private static final int FIRST_OF_FOUR_BYTES = 0x10000;

    private Utf8() {}

    /** Checks the sequence of two to four bytes at an offset and gives the offset behind it. */
    static int next(XmlCursor in, int offset) {
        int length = length(in.bytes[offset] & 0xFF);
        if (length == 0 || in.end - offset < length) {
            throw notUtf8(in, offset);
        }
        int character = in.bytes[offset] & (0x7F >> length);
        for (int i = offset + 1; i < offset + length; i++) {
            if ((in.bytes[i] & 0xC0) != 0x80) {
                throw notUtf8(in, offset);
            }
            character = (character << 6) | (in.bytes[i] & 0x3F);
        }
        if (character < least(length) || character > Character.MAX_CODE_POINT || isSurrogate(character)) {
            throw notUtf8(in, offset);
        } else if (character == 0xFFFE || character == 0xFFFF) {
            throw in.malformed("a character that XML does not allow", offset);
        }
        return offset + length;
    }

    private static int length(int lead) {
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }

    private static int least(int length) {
        return length == 2 ? 0x80 : length == 3 ? 0x800 : FIRST_OF_FOUR_BYTES;
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static MalformedXmlException notUtf8(XmlCursor in, int offset) {
        return in.malformed("a byte that is no UTF-8; save the file as UTF-8 or name its encoding", offset);
    }

    /** Writes a character as UTF-8 and gives the offset behind it. */
    static int put(int character, byte[] target, int offset) {
        int i = offset;
        if (character < 0x80) {
            target[i++] = (byte) character;
        } else if (character < 0x800) {
            target[i++] = (byte) (0xC0 | (character >> 6));
            target[i++] = continuation(character);
        } else if (character < FIRST_OF_FOUR_BYTES) {
            target[i++] = (byte) (0xE0 | (character >> 12));
            target[i++] = continuation(character >> 6);
            target[i++] = continuation(character);
        } else {
            target[i++] = (byte) (0xF0 | (character >> 18));
            target[i++] = continuation(character >> 12);
            target[i++] = continuation(character >> 6);
            target[i++] = continuation(character);
        }
        return i;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    /** Whether XML 1.0 allows a character (2.2 Char). */
    static boolean isXml(int character) {
        if (character < 0x20) {
            return character == '\t' || character == '\n' || character == '\r';
        }
        return character <= 0xD7FF
                || (character >= 0xE000 && character <= 0xFFFD)
                || (character >= 0x10000 && character <= Character.MAX_CODE_POINT);
    }
}
