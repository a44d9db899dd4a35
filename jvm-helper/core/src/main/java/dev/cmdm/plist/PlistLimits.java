// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/**
 * How much a reader takes; each limit is checked before anything is allocated for what exceeds it.
 *
 * @param bytes size of the input in bytes
 * @param values dictionaries, arrays and single values together; in a binary list one that stands in many places counts
 *     in each, and there are at most as many objects, keys among them
 * @param depth dictionaries and arrays within each other
 */
public record PlistLimits(int bytes, int values, int depth) {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int VALUES = 1_000_000;
    /** Apple's readers set no such limit; the deepest profile known has 13 levels. */
    static final int DEPTH = 512;

    /** For a profile: 8 MiB. */
    public static PlistLimits forProfile() {
        return new PlistLimits(8 * MEBIBYTE, VALUES, DEPTH);
    }

    /** For a listing of installed profiles: 16 MiB. */
    public static PlistLimits forListing() {
        return new PlistLimits(16 * MEBIBYTE, VALUES, DEPTH);
    }
}
