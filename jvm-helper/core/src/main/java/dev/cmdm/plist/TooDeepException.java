// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** When dictionaries and arrays are nested more deeply than allowed. */
public final class TooDeepException extends PlistException {
    private static final long serialVersionUID = 1L;

    private final int limit;

    /**
     * This rule is broken.
     *
     * @param limit how many levels are allowed
     * @param place where the first level too many begins
     */
    public TooDeepException(int limit, Place place) {
        super("dictionaries and arrays are nested more than " + limit + " levels deep", place);
        this.limit = limit;
    }

    /** How many levels are allowed. */
    public int limit() {
        return limit;
    }
}
