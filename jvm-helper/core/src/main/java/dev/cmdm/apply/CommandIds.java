// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;

/** Where the ids of commands come from. */
@FunctionalInterface
public interface CommandIds {
    /** An id that no command ever had. */
    String draw();

    /** Random UUIDs, in capitals as Apple prints them. */
    static CommandIds random() {
        SecureRandom random = new SecureRandom();
        return () -> {
            long high = (random.nextLong() & ~0xf000L) | 0x4000L;
            long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
            return new UUID(high, low).toString().toUpperCase(Locale.ROOT);
        };
    }
}
