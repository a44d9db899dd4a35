// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/**
 * Where in a property list something stands.
 *
 * @param keyPath keys and 0-based indexes from the top, such as {@code PayloadContent[0].SSID_STR};
 *     empty at the top
 * @param line 1-based line in the XML text, 0 where there is none (binary)
 * @param column 1-based column, counted in characters, 0 where there is none
 */
public record Place(String keyPath, int line, int column) {
    /** The top of a document that has no lines. */
    public static final Place TOP = new Place("", 0, 0);

    /** In one phrase, such as {@code line 12, column 3, at PayloadContent[0]}; empty for the top of a binary list. */
    public String describe() {
        String position = line == 0 ? "" : "line " + line + ", column " + column;
        String path = keyPath.isEmpty() ? "" : "at " + keyPath;
        return position.isEmpty() || path.isEmpty() ? position + path : position + ", " + path;
    }
}
