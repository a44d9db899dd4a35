// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

/** When a line is no request of the contract. */
public final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String id;

    /**
     * A line that cannot be answered.
     *
     * @param id the request's id, empty when it could not be read
     * @param words one line: which field, what is wrong, what is expected; no value of the request
     */
    public BadRequestException(String id, String words) {
        super(words);
        this.id = id;
    }

    /** The request's id, empty when it could not be read. */
    public String id() {
        return id;
    }
}
