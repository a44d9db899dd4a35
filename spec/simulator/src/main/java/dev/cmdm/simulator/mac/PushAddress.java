// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Where a server sends pushes for one enrollment, as TokenUpdate tells it. */
final class PushAddress {
    private static final int TOKEN_BYTES = 32;

    private final byte[] token;
    private final String magic;

    private PushAddress(byte[] token, String magic) {
        this.token = token;
        this.magic = Objects.requireNonNull(magic);
    }

    /** A new address. */
    static PushAddress draw(RandomGenerator random) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return new PushAddress(token, new UUID(random.nextLong(), random.nextLong()).toString());
    }

    /** Token. */
    byte[] token() {
        return token.clone();
    }

    /** Token in lower-case hexadecimal, as the push service writes it. */
    String hexToken() {
        return HexFormat.of().formatHex(token);
    }

    /** PushMagic. */
    String magic() {
        return magic;
    }
}
