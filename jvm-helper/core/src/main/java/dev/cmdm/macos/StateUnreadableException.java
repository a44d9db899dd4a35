// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

/** When a Mac cannot be read; nothing at all is changed because of such a reading. */
public final class StateUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String finding;

    /**
     * A reading that failed. Its message ends with the words that nothing was changed.
     *
     * @param finding one line: which tool, its exit code and what it said
     */
    public StateUnreadableException(String finding) {
        super(finding + "; nothing was changed");
        this.finding = finding;
    }

    /** Which tool, its exit code and what it said, for a caller that did change something before it read. */
    public String finding() {
        return finding;
    }
}
