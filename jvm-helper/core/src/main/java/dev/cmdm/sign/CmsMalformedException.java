// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.profile.ProfileException;

/** When an envelope is broken: cut off, followed by something else, or not as RFC 5652 has it. */
public final class CmsMalformedException extends ProfileException {
    private static final long serialVersionUID = 1L;

    /**
     * This rule is broken.
     *
     * @param what what is wrong and what to do, in our words
     */
    CmsMalformedException(String what) {
        super(what, KeyPath.TOP);
    }
}
