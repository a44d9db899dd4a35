// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import java.util.Collection;

/** Columns of text for people. */
final class Column {
    private Column() {}

    /** A text with spaces up to a width, in characters; a longer one as it is. */
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** How wide the widest text is, in characters; 0 when there is none. */
    static int width(Collection<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }
}
