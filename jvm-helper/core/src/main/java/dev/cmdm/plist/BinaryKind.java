// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** The kinds of objects in a binary list that a profile can hold. (Apple, CFBinaryPList.c.) */
enum BinaryKind {
    FALSE,
    TRUE,
    INTEGER,
    REAL,
    DATE,
    DATA,
    ASCII,
    UTF16,
    ARRAY,
    DICT;

    boolean isText() {
        return this == ASCII || this == UTF16;
    }
}
