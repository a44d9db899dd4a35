// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.process;

/** When the calling thread is interrupted while it waits for a program; the thread stays marked as interrupted. */
public final class RunInterruptedException extends ProcessException {
    private static final long serialVersionUID = 1L;

    /**
     * A wait that was broken off.
     *
     * @param program its path
     */
    public RunInterruptedException(String program) {
        super(program, "was ended because this run was interrupted");
    }
}
