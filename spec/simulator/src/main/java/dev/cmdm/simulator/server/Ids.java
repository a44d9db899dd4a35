// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Draws the ids that servers make up. */
public final class Ids {
    private static final int TRACE_BYTES = 8;

    private final RandomGenerator random;

    /** Draws from this generator. */
    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /** A version 4 UUID in lower case. */
    public String uuid() {
        long high = (random.nextLong() & 0xffffffffffff0fffL) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** NanoMDM's trace id: 16 hexadecimal digits. */
    public String trace() {
        var bytes = new byte[TRACE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
