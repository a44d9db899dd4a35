// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

/** When what a tool printed tells nothing that can be relied on; it never means that nothing is installed. */
public final class ListingUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String fault;

    /**
     * Output that makes no sense.
     *
     * @param fault what is wrong, as the end of a sentence that begins with the tool; holds no value of
     *     the output
     */
    public ListingUnreadableException(String fault) {
        super(fault);
        this.fault = fault;
    }

    /** What is wrong, as the end of a sentence that begins with the tool. */
    public String fault() {
        return fault;
    }
}
