// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/**
 * How large a profile may be that a command carries.
 *
 * @param maximum the most that the server takes, in {@code unit}
 * @param unit what it counts
 */
public record SizeLimit(long maximum, SizeUnit unit) {
    /** Where no limit was found. */
    public static final SizeLimit NONE_FOUND = new SizeLimit(Long.MAX_VALUE, SizeUnit.BYTES);

    /** So many bytes of the profile. */
    public static SizeLimit bytes(long maximum) {
        return new SizeLimit(maximum, SizeUnit.BYTES);
    }
}
