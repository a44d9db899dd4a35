// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The text inside one element, with references, CDATA sections and line ends resolved. (W3C, XML 1.0, 2.4, 2.7, 2.11.) */
final class XmlText {
    private final XmlCursor in;
    private final XmlMarkup markup;
    private final XmlTags tags;
    private byte[] buffer = new byte[256];
    private int filled;

    /** Where the text last read stands, as UTF-8. */
    byte[] bytes;

    int from;
    int to;

    private boolean ascii;

    XmlText(XmlCursor in, XmlMarkup markup, XmlTags tags) {
        this.in = in;
        this.markup = markup;
        this.tags = tags;
        this.bytes = in.bytes;
    }

    /** Reads up to the end tag. */
    void read() {
        int i = behindPlain(in.at);
        bytes = in.bytes;
        from = in.at;
        to = i;
        ascii = true;
        in.at = i;
        if (!in.endTagAt(i)) {
            resolve();
        }
    }

    /** The text last read. */
    String string() {
        return new String(bytes, from, to - from, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** Nothing, as in an empty element. */
    void clear() {
        from = 0;
        to = 0;
        ascii = true;
    }

    private int behindPlain(int offset) {
        int i = offset;
        while (i < in.end && isPlain(in.bytes[i])) {
            i++;
        }
        return i;
    }

    private static boolean isPlain(int character) {
        return (character >= 0x20 && character != '<' && character != '&' && character != ']')
                || character == '\n'
                || character == '\t';
    }

    private void resolve() {
        filled = 0;
        copy(from, to);
        while (!in.endTagAt(in.at)) {
            piece();
            int behind = behindPlain(in.at);
            copy(in.at, behind);
            in.at = behind;
        }
        bytes = buffer;
        from = 0;
        to = filled;
        ascii = false;
    }

    private void piece() {
        switch (in.peek(0)) {
            case '&' -> put(XmlReference.read(in));
            case '<' -> markup();
            case ']' -> {
                if (in.holds(in.at, "]]>")) {
                    throw in.malformed("]]> in text, which XML does not allow; write ]]&gt;", in.at);
                }
                character();
            }
            default -> character();
        }
    }

    private void markup() {
        if (in.holds(in.at, "<![CDATA[")) {
            section();
        } else if (in.peek(1) == '!' || in.peek(1) == '?') {
            in.warn("comment-in-value", "a comment inside a value, which macOS refuses; it is left out", in.at);
            markup.skip();
        } else {
            throw tags.elementInText(in.at);
        }
    }

    private void section() {
        int open = in.at;
        in.at += 9;
        while (!in.holds(in.at, "]]>")) {
            if (in.atEnd()) {
                throw in.malformed("a CDATA section that is never closed", open);
            }
            character();
        }
        in.at += 3;
    }

    private void character() {
        if (in.atEnd()) {
            throw in.malformed("the text ends inside an element", in.at);
        }
        int behind = in.next(in.at);
        if (in.peek(0) != '\r') {
            copy(in.at, behind);
        } else if (in.peek(1) != '\n') {
            put('\n');
        }
        in.at = behind;
    }

    private void copy(int first, int behind) {
        reserve(behind - first);
        System.arraycopy(in.bytes, first, buffer, filled, behind - first);
        filled += behind - first;
    }

    private void put(int character) {
        reserve(4);
        filled = Utf8.put(character, buffer, filled);
    }

    private void reserve(int count) {
        if (buffer.length - filled < count) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, filled + count));
        }
    }
}
