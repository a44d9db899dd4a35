// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/** When what should be a command of Apple's is none. */
public final class BadCommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * What is no command.
     *
     * @param words one line, without any value of it
     */
    BadCommandException(String words) {
        super(words);
    }
}
