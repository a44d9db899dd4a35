// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

/**
 * What a plan must know of the MDM server.
 *
 * @param server its product, as people call it
 * @param maximumSize the largest form that a command of it carries, in its own unit; {@link Long#MAX_VALUE} when no
 *     limit is known, {@link #NOTHING} when none carries one
 * @param unit what it counts, in words: {@code bytes} or {@code characters}
 * @param passesSigned whether signed bytes arrive unaltered
 * @param checksIds whether a command id is accepted once only, so that a repeat is safe
 * @param hashesUuids whether what it sends stands on the Mac under a UUID made from the bytes
 * @param makesObjects whether it brings what no command carries by an object of its own
 */
public record ServerLimits(
        String server,
        long maximumSize,
        String unit,
        boolean passesSigned,
        boolean checksIds,
        boolean hashesUuids,
        boolean makesObjects) {
    /** What a server takes whose commands carry no profile at all. */
    public static final long NOTHING = 0;
}
