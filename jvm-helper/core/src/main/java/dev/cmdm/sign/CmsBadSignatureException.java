// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.profile.ProfileException;

/** When a signature does not match the content or the signer's key: someone changed the file after it was signed. */
public final class CmsBadSignatureException extends ProfileException {
    private static final long serialVersionUID = 1L;

    /**
     * This rule is broken.
     *
     * @param what what is wrong and what to do, in our words
     */
    CmsBadSignatureException(String what) {
        super(what, KeyPath.TOP);
    }
}
