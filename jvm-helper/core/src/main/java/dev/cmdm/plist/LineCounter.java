// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** Counts lines, and characters within them, on the way through UTF-8 text; only ever forward. */
final class LineCounter {
    private final byte[] bytes;
    private final int end;
    private int at;
    private int line = 1;
    private int column = 1;

    LineCounter(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    /** Goes on to an offset. */
    void advance(int offset) {
        for (; at < offset && at < end; at++) {
            if (endsLine(at)) {
                line++;
                column = 1;
            } else if ((bytes[at] & 0xC0) != 0x80 && bytes[at] != '\r') {
                column++;
            }
        }
    }

    private boolean endsLine(int offset) {
        boolean lineFeedFollows = offset + 1 < end && bytes[offset + 1] == '\n';
        return bytes[offset] == '\n' || (bytes[offset] == '\r' && !lineFeedFollows);
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
