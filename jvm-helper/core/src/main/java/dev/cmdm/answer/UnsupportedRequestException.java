// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

/** When a request asks for what this helper cannot do. */
public final class UnsupportedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String id;

    /**
     * A request beyond this helper.
     *
     * @param id the request's id
     * @param words one line: what is asked and what is supported
     */
    public UnsupportedRequestException(String id, String words) {
        super(words);
        this.id = id;
    }

    /** The request's id. */
    public String id() {
        return id;
    }
}
