// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.KeyPath;

/** When text holds half of a surrogate pair, which no property list can hold and no fingerprint can tell apart. */
public final class BadTextException extends ProfileException {
    private static final long serialVersionUID = 1L;

    /**
     * Text that is not Unicode.
     *
     * @param path where; for a key, the path of the dictionary that holds it
     */
    BadTextException(KeyPath path) {
        super("a text or key is not valid Unicode: it holds half of a surrogate pair", path);
    }
}
