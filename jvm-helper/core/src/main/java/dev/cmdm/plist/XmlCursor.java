// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.nio.charset.StandardCharsets;

/**
 * A position in UTF-8 text, the characters XML allows there (W3C, XML 1.0, 2.2 Char), and the words to say where
 * something stands.
 */
final class XmlCursor {
    final byte[] bytes;
    final int end;
    final Warnings warnings;
    final PathTracker tracker = new PathTracker();
    int at;

    private final int start;
    private boolean carriageReturnSeen;

    /** Text in UTF-8 that begins at an offset, behind any byte order mark. */
    XmlCursor(byte[] bytes, int start, Warnings warnings) {
        this.bytes = bytes;
        this.start = start;
        this.at = start;
        this.end = bytes.length;
        this.warnings = warnings;
    }

    /** A cursor at the same offset of the same text in UTF-8, of which the part read so far is ASCII. */
    XmlCursor over(byte[] utf8) {
        XmlCursor other = new XmlCursor(utf8, start, warnings);
        other.at = at;
        return other;
    }

    /** The byte some bytes ahead, 0 behind the end. */
    int peek(int ahead) {
        int offset = at + ahead;
        return offset < end ? bytes[offset] : 0;
    }

    boolean atEnd() {
        return at >= end;
    }

    /** Whether ASCII text stands at an offset. */
    boolean holds(int offset, String ascii) {
        if (end - offset < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[offset + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The same of text that is asked for at every tag. */
    boolean holds(int offset, byte[] ascii) {
        if (end - offset < ascii.length) {
            return false;
        }
        for (int i = 0; i < ascii.length; i++) {
            if (bytes[offset + i] != ascii[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether ASCII text, given in lower case, stands at an offset in any case. */
    boolean holdsAnyCase(int offset, String ascii) {
        int behind = offset + ascii.length();
        return behind <= end && ascii(offset, behind).equalsIgnoreCase(ascii);
    }

    /** Whether an end tag begins at an offset. */
    boolean endTagAt(int offset) {
        return end - offset > 1 && bytes[offset] == '<' && bytes[offset + 1] == '/';
    }

    /** Goes over ASCII text if it stands here. */
    boolean take(String ascii) {
        boolean there = holds(at, ascii);
        at += there ? ascii.length() : 0;
        return there;
    }

    /** Goes over one ASCII character if it stands here. */
    boolean take(char ascii) {
        boolean there = at < end && bytes[at] == ascii;
        at += there ? 1 : 0;
        return there;
    }

    static boolean isSpace(int character) {
        return character == ' ' || character == '\n' || character == '\t' || character == '\r';
    }

    /** Goes over white space; true if there was any. */
    boolean skipSpace() {
        int from = at;
        while (at < end && isSpace(bytes[at])) {
            if (bytes[at] == '\r') {
                carriageReturn(at);
            }
            at++;
        }
        return at > from;
    }

    /** Checks the character at an offset before the end and gives the offset behind it. */
    int next(int offset) {
        int character = bytes[offset];
        if (character >= 0x20 || character == '\n' || character == '\t') {
            return offset + 1;
        } else if (character < 0) {
            return Utf8.next(this, offset);
        } else if (character != '\r') {
            throw malformed("a control character, which XML does not allow", offset);
        }
        carriageReturn(offset);
        return offset + 1;
    }

    void carriageReturn(int offset) {
        if (!carriageReturnSeen) {
            carriageReturnSeen = true;
            warn("crlf", "lines end in CR LF or CR and are read as if they ended in LF", offset);
        }
    }

    /** Where an offset stands; counts the lines anew, so ask only when something is wrong. */
    Place place(int offset) {
        LineCounter lines = lines();
        lines.advance(offset);
        return new Place(tracker.path().toString(), lines.line(), lines.column());
    }

    /** A counter of the lines of this text, at its beginning. */
    LineCounter lines() {
        return new LineCounter(bytes, start, end);
    }

    void warn(String code, String message, int offset) {
        if (!warnings.has(code)) {
            warnings.add(code, message, place(offset));
        }
    }

    MalformedXmlException malformed(String what, int offset) {
        return new MalformedXmlException(what, place(offset));
    }

    MalformedPlistException noPlist(String what, int offset) {
        return new MalformedPlistException(what, place(offset));
    }

    /** The text between two offsets that hold ASCII. */
    String ascii(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
