// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.profile.ProfileException;

/** When an envelope is encrypted, so that only the Mac it is meant for can read it. */
public final class CmsEncryptedException extends ProfileException {
    private static final long serialVersionUID = 1L;

    /**
     * This rule is broken.
     *
     * @param what what is wrong and what to do, in our words
     */
    CmsEncryptedException(String what) {
        super(what, KeyPath.TOP);
    }
}
