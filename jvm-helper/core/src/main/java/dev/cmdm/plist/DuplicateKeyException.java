// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** When one dictionary holds a key twice; readers differ on which one they keep. */
public final class DuplicateKeyException extends PlistException {
    private static final long serialVersionUID = 1L;

    /**
     * This rule is broken.
     *
     * @param place where the key stands for the second time; its path ends with the key
     */
    public DuplicateKeyException(Place place) {
        super("a key stands twice in one dictionary; keep one of them", place);
    }
}
