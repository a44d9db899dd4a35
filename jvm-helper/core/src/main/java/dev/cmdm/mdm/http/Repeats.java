// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import java.time.Duration;

/**
 * How often a call is repeated that may be.
 *
 * @param attempts how many at most, the first among them
 * @param first about how long the first pause is; each next one is twice as long
 * @param longest no pause is longer, unless the server asks for it
 * @param whole how long all pauses and failed attempts of a run may take together
 */
public record Repeats(int attempts, Duration first, Duration longest, Duration whole) {
    /** Four attempts within four seconds, as far as a minute and a half of the run allow. */
    public static final Repeats USUAL =
            new Repeats(4, Duration.ofMillis(600), Duration.ofSeconds(10), Duration.ofSeconds(90));

    /** How long the pause before a repeat is without jitter; the first repeat is number 1. */
    Duration pause(int repeat) {
        Duration doubled = first.multipliedBy(1L << Math.min(repeat - 1, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
