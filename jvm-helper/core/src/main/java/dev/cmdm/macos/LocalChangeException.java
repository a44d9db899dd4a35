// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

/** When Apple's tool refuses a change. */
public final class LocalChangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A change that was refused.
     *
     * @param words one line with the tool's own words
     */
    public LocalChangeException(String words) {
        super(words);
    }
}
