// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.secret;

/** When what should say where a secret comes from does not; it may be the secret itself, so it is not repeated. */
public final class SecretSourceMalformedException extends SecretException {
    private static final long serialVersionUID = 1L;

    SecretSourceMalformedException(String words) {
        super(words);
    }
}
