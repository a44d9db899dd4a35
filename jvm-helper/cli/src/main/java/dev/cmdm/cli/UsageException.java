// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

/** When what a command line asks for makes no sense. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A command line that makes no sense, and what would. */
    UsageException(String words) {
        super(words);
    }
}
