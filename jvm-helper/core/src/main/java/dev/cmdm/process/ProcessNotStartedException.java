// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.process;

import java.io.IOException;

/** When there is no such program, or it may not be run. */
public final class ProcessNotStartedException extends ProcessException {
    private static final long serialVersionUID = 1L;

    /**
     * A program that was not started.
     *
     * @param program its path
     * @param cause what the system said
     */
    public ProcessNotStartedException(String program, IOException cause) {
        super(program, "could not be started");
        initCause(cause);
    }
}
