// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

/** When {@code security} does not sign, or what it made is not the profile in a good signature. */
public final class KeychainSigningException extends IdentityException {
    private static final long serialVersionUID = 1L;

    KeychainSigningException(String identity, String what) {
        super("keychain:" + identity, what);
    }
}
