// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.secret;

/** When a file with a secret belongs to somebody else, or others than its owner may read or write it. */
public final class SecretExposedException extends SecretException {
    private static final long serialVersionUID = 1L;

    SecretExposedException(String words) {
        super(words);
    }
}
