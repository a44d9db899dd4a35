// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.process;

/** When a program prints more than its caller takes. */
public final class OutputTooLargeException extends ProcessException {
    private static final long serialVersionUID = 1L;

    private final int limit;

    /**
     * Too much output.
     *
     * @param program its path
     * @param limit how many bytes were allowed
     */
    public OutputTooLargeException(String program, int limit) {
        super(program, "printed more than " + limit + " bytes and was ended");
        this.limit = limit;
    }

    /** How many bytes were allowed. */
    public int limit() {
        return limit;
    }
}
