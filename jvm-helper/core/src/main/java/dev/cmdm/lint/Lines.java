// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

/** Tells on which line of a file a value stands. */
@FunctionalInterface
public interface Lines {
    /** For what has no lines: binary property lists, and content given as data. */
    Lines NONE = keyPath -> 0;

    /** The line of the value at a key path, 1-based; 0 when it is not known. */
    int of(String keyPath);
}
