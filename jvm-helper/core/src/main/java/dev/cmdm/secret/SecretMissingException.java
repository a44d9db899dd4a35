// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.secret;

/** When a source holds no secret: a variable that is not set, a file that is not there, an empty value. */
public final class SecretMissingException extends SecretException {
    private static final long serialVersionUID = 1L;

    SecretMissingException(String words) {
        super(words);
    }
}
