// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

/** When a result cannot be written to its file. */
public final class OutputFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A file that is not there, or is as it was before.
     *
     * @param file which one
     */
    public OutputFailedException(String file) {
        super(file + " could not be written; is there room, and may this account write there?");
    }
}
