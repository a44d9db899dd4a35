// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.profile.ProfileException;

/** When an envelope is of a kind, or signed in a way, that cmdm cannot check. */
public final class CmsUnsupportedException extends ProfileException {
    private static final long serialVersionUID = 1L;

    /**
     * This rule is broken.
     *
     * @param what what is wrong and what to do, in our words
     */
    CmsUnsupportedException(String what) {
        super(what, KeyPath.TOP);
    }
}
