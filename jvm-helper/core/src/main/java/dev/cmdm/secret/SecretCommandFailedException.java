// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.secret;

/** When the program that should print a secret fails, or prints none. */
public final class SecretCommandFailedException extends SecretException {
    private static final long serialVersionUID = 1L;

    SecretCommandFailedException(String words) {
        super(words);
    }
}
