// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.secret;

/** When a source gives more than any password or key is long. */
public final class SecretTooLargeException extends SecretException {
    private static final long serialVersionUID = 1L;

    SecretTooLargeException(String words) {
        super(words);
    }
}
