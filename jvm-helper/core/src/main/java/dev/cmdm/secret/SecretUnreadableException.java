// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.secret;

/** When a source cannot be read: a directory, no permission, bytes that are no UTF-8. */
public final class SecretUnreadableException extends SecretException {
    private static final long serialVersionUID = 1L;

    SecretUnreadableException(String words) {
        super(words);
    }
}
