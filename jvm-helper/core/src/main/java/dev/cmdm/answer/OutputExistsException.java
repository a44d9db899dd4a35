// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

/** When a file would be overwritten and nobody said that it may be. */
public final class OutputExistsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A file that stays as it is.
     *
     * @param file which one
     */
    public OutputExistsException(String file) {
        super(file + " is there already and was left as it is; allow it with --overwrite, or choose another place");
    }
}
