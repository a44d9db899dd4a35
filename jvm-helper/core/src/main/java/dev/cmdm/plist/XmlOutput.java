// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 text that grows. */
final class XmlOutput {
    /** No character at all. (Unicode, 23.7, noncharacters.) */
    private static final char NONE = '\uFFFF';

    private byte[] bytes = new byte[2048];
    private int filled;

    byte[] toBytes() {
        return Arrays.copyOf(bytes, filled);
    }

    XmlOutput ascii(String text) {
        return ascii(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private XmlOutput ascii(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, bytes, filled, text.length);
        filled += text.length;
        return this;
    }

    void tabs(int count) {
        reserve(count);
        for (int i = 0; i < count; i++) {
            bytes[filled++] = '\t';
        }
    }

    XmlOutput open(XmlElement element) {
        return ascii("<").ascii(element.tag).ascii(">");
    }

    XmlOutput close(XmlElement element) {
        return ascii("</").ascii(element.tag).ascii(">");
    }

    /** Writes text between tags; false if it holds a character that XML does not allow. */
    boolean escaped(String text) {
        return text(text, '>');
    }

    /** The same with as few references as XML allows. */
    boolean escapedShortly(String text) {
        return text(text, NONE);
    }

    /** Writes text as it is; false if it holds a character that XML does not allow. */
    boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            int character = text.codePointAt(i);
            if (!Utf8.isXml(character)) {
                return false;
            }
            i += Character.charCount(character) - 1;
            put(character);
        }
        return true;
    }

    /** The further character is written as a reference too; an angle bracket always is where it would end a section. */
    private boolean text(String text, char further) {
        byte[] plain = text.getBytes(StandardCharsets.ISO_8859_1);
        if (isPlain(plain)) {
            ascii(plain);
            return true;
        }
        return mixed(text, further);
    }

    /** Whether all of it stands for itself; what Latin-1 lacks became a question mark there. */
    private static boolean isPlain(byte[] text) {
        for (byte unit : text) {
            if (unit < 0x20 || unit == '&' || unit == '<' || unit == '>' || unit == '?') {
                return false;
            }
        }
        return true;
    }

    private boolean mixed(String text, char further) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x20 && unit < 0x7F && unit != '<' && unit != '>' && unit != '&') {
                reserve(1);
                bytes[filled++] = (byte) unit;
            } else {
                int character = text.codePointAt(i);
                if (!Utf8.isXml(character)) {
                    return false;
                }
                i += Character.charCount(character) - 1;
                special(character, unit == further || (unit == '>' && endsSection(text, i)));
            }
        }
        return true;
    }

    private static boolean endsSection(String text, int bracket) {
        return text.startsWith("]]", bracket - 2);
    }

    private void special(int character, boolean reference) {
        switch (character) {
            case '<' -> ascii("&lt;");
            case '>' -> ascii(reference ? "&gt;" : ">");
            case '&' -> ascii("&amp;");
            case '\r' -> ascii("&#13;");
            default -> put(character);
        }
    }

    private void put(int character) {
        reserve(4);
        filled = Utf8.put(character, bytes, filled);
    }

    private void reserve(int count) {
        if (bytes.length - filled < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, filled + count));
        }
    }
}
