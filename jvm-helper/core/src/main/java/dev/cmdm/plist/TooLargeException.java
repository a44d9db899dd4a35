// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** When there is more than a reader is allowed to take: bytes or values. */
public final class TooLargeException extends PlistException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    private TooLargeException(String what, long limit, Place place) {
        super(what, place);
        this.limit = limit;
    }

    /**
     * More bytes than allowed.
     *
     * @param size how many there are
     * @param limit how many are allowed
     */
    public static TooLargeException bytes(long size, long limit) {
        return new TooLargeException(size + " bytes, at most " + limit + " are read", limit, Place.TOP);
    }

    /**
     * More values than allowed.
     *
     * @param limit how many are allowed
     * @param place where the first value too many stands
     */
    public static TooLargeException values(int limit, Place place) {
        return new TooLargeException("more than " + limit + " values", limit, place);
    }

    /** How many bytes or values are allowed. */
    public long limit() {
        return limit;
    }
}
