// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.util.Arrays;

/** UTF-8 text that grows. */
final class XmlOutput {
    private byte[] bytes = new byte[2048];
    private int filled;

    byte[] toBytes() {
        return Arrays.copyOf(bytes, filled);
    }

    XmlOutput ascii(String text) {
        int length = text.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            bytes[filled++] = (byte) text.charAt(i);
        }
        return this;
    }

    void tabs(int count) {
        reserve(count);
        for (int i = 0; i < count; i++) {
            bytes[filled++] = '\t';
        }
    }

    /** Writes text between tags; false if it holds a character that XML does not allow. */
    boolean escaped(String text) {
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
                special(character);
            }
        }
        return true;
    }

    private void special(int character) {
        switch (character) {
            case '<' -> ascii("&lt;");
            case '>' -> ascii("&gt;");
            case '&' -> ascii("&amp;");
            case '\r' -> ascii("&#13;");
            default -> {
                reserve(4);
                filled = Utf8.put(character, bytes, filled);
            }
        }
    }

    private void reserve(int count) {
        if (bytes.length - filled < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, filled + count));
        }
    }
}
