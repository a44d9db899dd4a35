// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.profile.ProfileException;

/** When an envelope holds signatures only, and the profile that they belong to lies elsewhere. */
public final class CmsNoContentException extends ProfileException {
    private static final long serialVersionUID = 1L;

    /**
     * This rule is broken.
     *
     * @param what what is wrong and what to do, in our words
     */
    CmsNoContentException(String what) {
        super(what, KeyPath.TOP);
    }
}
