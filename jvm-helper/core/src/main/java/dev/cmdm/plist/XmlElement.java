// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The elements of a property list. (Apple, PropertyList-1.0.dtd.) */
enum XmlElement {
    PLIST,
    DICT,
    ARRAY,
    KEY,
    STRING,
    INTEGER,
    REAL,
    TRUE,
    FALSE,
    DATA,
    DATE;

    /** Its name as it stands in tags. */
    final String tag = name().toLowerCase(Locale.ROOT);

    @SuppressWarnings("ImmutableEnumChecker") // nobody writes into it
    private final byte[] ascii = tag.getBytes(StandardCharsets.US_ASCII);

    /** The element whose name stands between two offsets, if there is one. */
    static @Nullable XmlElement find(XmlCursor in, int from, int to) {
        XmlElement candidate = candidate(in.bytes[from], in.bytes[to - 1]);
        boolean same = candidate != null && candidate.ascii.length == to - from && in.holds(from, candidate.ascii);
        return same ? candidate : null;
    }

    /** Moves a cursor over the name if it stands there. */
    boolean take(XmlCursor in) {
        boolean there = in.holds(in.at, ascii);
        in.at += there ? ascii.length : 0;
        return there;
    }

    private static @Nullable XmlElement candidate(int first, int last) {
        return switch (first) {
            case 'k' -> KEY;
            case 's' -> STRING;
            case 'd' -> last == 't' ? DICT : last == 'a' ? DATA : DATE;
            case 'a' -> ARRAY;
            case 't' -> TRUE;
            case 'f' -> FALSE;
            case 'i' -> INTEGER;
            case 'r' -> REAL;
            case 'p' -> PLIST;
            default -> null;
        };
    }
}
