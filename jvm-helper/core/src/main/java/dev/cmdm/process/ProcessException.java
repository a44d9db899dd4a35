// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.process;

/** When a program could not be run to its end; each subclass is one way. Messages hold no argument. */
public abstract class ProcessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String program;
    private final String fault;

    /**
     * A program that did not run to its end.
     *
     * @param program its path
     * @param fault what happened, as the end of a sentence that begins with the path
     */
    protected ProcessException(String program, String fault) {
        super(program + " " + fault);
        this.program = program;
        this.fault = fault;
    }

    @Override
    public String getMessage() {
        return program + " " + fault;
    }

    /** The path of the program. */
    public String program() {
        return program;
    }
}
