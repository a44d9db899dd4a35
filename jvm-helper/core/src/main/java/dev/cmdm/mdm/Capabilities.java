// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/**
 * What a product can do and where its limits are, as data.
 *
 * @param product as people call it: {@code MicroMDM}
 * @param maximumSize the largest profile it takes, in {@code unit}; {@link Long#MAX_VALUE} when none was found
 * @param unit what it counts: {@code bytes} or {@code characters}
 * @param passesSigned whether signed bytes reach the Mac unaltered
 * @param checksIds whether it takes a command id once only, so that a repeat is safe
 * @param tellsQueue whether what is queued for a Mac can be asked
 * @param looksUpDevices whether it can be asked whether it manages a Mac
 */
public record Capabilities(
        String product,
        long maximumSize,
        String unit,
        boolean passesSigned,
        boolean checksIds,
        boolean tellsQueue,
        boolean looksUpDevices) {}
