// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

/** When a Mac cannot be read; nothing at all is changed then. */
public final class StateUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A reading that failed.
     *
     * @param words one line: which tool, its exit code, what it said, and that nothing was changed
     */
    public StateUnreadableException(String words) {
        super(words);
    }
}
