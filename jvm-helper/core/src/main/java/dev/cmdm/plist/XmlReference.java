// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** Character references and the five entities that XML brings along; there are no others. (W3C, XML 1.0, 4.1 and 4.6.) */
final class XmlReference {
    private static final String[] NAMES = {"lt;", "gt;", "amp;", "quot;", "apos;"};
    private static final char[] CHARACTERS = {'<', '>', '&', '"', '\''};

    private XmlReference() {}

    /** Reads the reference here, moves behind it and gives the character it stands for. */
    static int read(XmlCursor in) {
        int open = in.at++;
        if (in.take("#")) {
            return character(in, open);
        }
        for (int i = 0; i < NAMES.length; i++) {
            if (in.take(NAMES[i])) {
                return CHARACTERS[i];
            }
        }
        throw in.malformed("an ampersand that begins no known entity; text writes it as &amp;", open);
    }

    private static int character(XmlCursor in, int open) {
        int radix = in.take("x") ? 16 : 10;
        int from = in.at;
        int value = 0;
        for (int digit = digit(in, radix); digit >= 0; digit = digit(in, radix)) {
            value = Math.min(value * radix + digit, Character.MAX_CODE_POINT + 1);
            in.at++;
        }
        if (in.at == from || !in.take(";")) {
            throw in.malformed("a character reference that is not of the form &#65; or &#x41;", open);
        } else if (!Utf8.isXml(value)) {
            throw in.malformed("a reference to a character that XML does not allow", open);
        }
        return value;
    }

    private static int digit(XmlCursor in, int radix) {
        return Character.digit((char) in.peek(0), radix);
    }
}
