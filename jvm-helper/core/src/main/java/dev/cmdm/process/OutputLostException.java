// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.process;

import java.io.IOException;

/** When what a program printed could not be read to the end. */
public final class OutputLostException extends ProcessException {
    private static final long serialVersionUID = 1L;

    /**
     * Output that broke off.
     *
     * @param program its path
     * @param cause what the system said
     */
    public OutputLostException(String program, IOException cause) {
        super(program, "could not be read from to the end");
        initCause(cause);
    }
}
