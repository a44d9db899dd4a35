// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.nio.charset.StandardCharsets;

/** From the encodings that files come in to UTF-8. (W3C, XML 1.0, 4.3.3 and appendix F.) */
final class XmlEncoding {
    private XmlEncoding() {}

    /** Whether bytes begin with the mark of a UTF-16 or UTF-32 file. */
    static boolean isWide(byte[] bytes) {
        return starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF) || starts(bytes, 0, 0, 0xFE, 0xFF);
    }

    /** Whether bytes begin with the mark of a UTF-8 file. */
    static boolean isMarkedUtf8(byte[] bytes) {
        return starts(bytes, 0xEF, 0xBB, 0xBF);
    }

    /** Whether bytes look like UTF-16 without a mark. */
    static boolean isUnmarkedWide(byte[] bytes) {
        return starts(bytes, '<', 0) || starts(bytes, 0, '<');
    }

    /** The UTF-8 form of marked UTF-16, without the mark. */
    static byte[] fromWide(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE, 0, 0) || starts(bytes, 0, 0, 0xFE, 0xFF)) {
            throw new MalformedXmlException("UTF-32, which is not read; save the file as UTF-8", Place.TOP);
        } else if (bytes.length % 2 != 0) {
            throw new MalformedXmlException("UTF-16 that ends in the middle of a character", Place.TOP);
        }
        boolean little = bytes[0] == (byte) 0xFF;
        byte[] text = new byte[utf8Length(bytes, little)];
        int filled = 0;
        for (int i = 2; i < bytes.length; i += 2) {
            int unit = unit(bytes, i, little);
            if (Character.isHighSurrogate((char) unit)) {
                i += 2;
                unit = Character.toCodePoint((char) unit, (char) unit(bytes, i, little));
            }
            filled = Utf8.put(unit, text, filled);
        }
        return text;
    }

    private static int utf8Length(byte[] bytes, boolean little) {
        long length = 0;
        for (int i = 2; i < bytes.length; i += 2) {
            char unit = (char) unit(bytes, i, little);
            if (Character.isHighSurrogate(unit) && i + 3 < bytes.length && isLow(bytes, i + 2, little)) {
                i += 2;
                length += 4;
            } else if (Character.isSurrogate(unit)) {
                throw new MalformedXmlException("UTF-16 with half a character", Place.TOP);
            } else {
                length += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
            }
        }
        return Math.toIntExact(length);
    }

    private static boolean isLow(byte[] bytes, int offset, boolean little) {
        return Character.isLowSurrogate((char) unit(bytes, offset, little));
    }

    private static int unit(byte[] bytes, int offset, boolean little) {
        int first = bytes[offset] & 0xFF;
        int second = bytes[offset + 1] & 0xFF;
        return little ? second << 8 | first : first << 8 | second;
    }

    /**
     * The text at a cursor in UTF-8, when it has no mark but its declaration, just read, names its encoding.
     *
     * @param name as declared, in upper case
     */
    static XmlCursor declared(XmlCursor in, String name) {
        return switch (name) {
            case "UTF-8", "UTF8" -> in;
            case "US-ASCII", "ASCII" -> requireAscii(in);
            case "ISO-8859-1" -> in.over(fromLatin(in.bytes));
            case "UTF-16" -> throw in.malformed("the declaration names UTF-16, but the text is not in it", in.at);
            default ->
                throw in.malformed("the declaration names an encoding that is not read; save the file as UTF-8", in.at);
        };
    }

    private static byte[] fromLatin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
    }

    private static XmlCursor requireAscii(XmlCursor in) {
        for (int i = in.at; i < in.end; i++) {
            if (in.bytes[i] < 0) {
                throw in.malformed("a byte beyond US-ASCII, which the declaration names as encoding", i);
            }
        }
        return in;
    }

    private static boolean starts(byte[] bytes, int... first) {
        boolean same = bytes.length >= first.length;
        for (int i = 0; same && i < first.length; i++) {
            same = (bytes[i] & 0xFF) == first[i];
        }
        return same;
    }
}
