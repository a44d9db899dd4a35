// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.plist.KeyPath;

/** Tells on which line of a file a value stands; asked only when there is something to say of it. */
@FunctionalInterface
public interface Lines {
    /** For what has no lines: binary property lists, and content given as data. */
    Lines NONE = path -> 0;

    /** The line of the value at a key path, 1-based; 0 when it is not known. */
    int of(KeyPath path);
}
