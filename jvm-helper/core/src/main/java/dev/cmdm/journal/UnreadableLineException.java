// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

/** When a line of the journal is not what was once written; it is skipped, never trusted. */
final class UnreadableLineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableLineException(String why) {
        super(why);
    }
}
