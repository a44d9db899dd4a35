// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

/** When the journal cannot be read, written or locked. */
public final class JournalUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A journal that cannot be used.
     *
     * @param words one line: which file, why, and what to do
     */
    public JournalUnavailableException(String words) {
        super(words);
    }
}
