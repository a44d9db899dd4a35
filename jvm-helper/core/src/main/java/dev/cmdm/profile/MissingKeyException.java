// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.KeyPath;

/** When a key that every profile needs is not at its top. */
public final class MissingKeyException extends ProfileException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * A missing key.
     *
     * @param key its name
     */
    MissingKeyException(String key) {
        super(key + " is missing at the top of the profile; add it", KeyPath.TOP);
        this.key = key;
    }

    /** The name of the missing key. */
    public String key() {
        return key;
    }
}
