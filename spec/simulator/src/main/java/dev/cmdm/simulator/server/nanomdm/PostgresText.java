// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What PostgreSQL says of bytes that are no UTF-8 text. */
final class PostgresText {
    private PostgresText() {}

    /** The complaint about the first bad sequence; none if the bytes are text. */
    static Optional<String> findComplaint(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            int length = lengthOf(bytes[at]);
            var sequence = Arrays.copyOfRange(bytes, at, Math.min(at + length, bytes.length));
            if (!isValid(sequence, length)) {
                return Optional.of("pq: invalid byte sequence for encoding \"UTF8\": " + hex(sequence));
            }
            at += length;
        }
        return Optional.empty();
    }

    private static int lengthOf(byte lead) {
        if ((lead & 0xe0) == 0xc0) {
            return 2;
        }
        if ((lead & 0xf0) == 0xe0) {
            return 3;
        }
        return (lead & 0xf8) == 0xf0 ? 4 : 1;
    }

    private static boolean isValid(byte[] sequence, int length) {
        if (length == 1) {
            return sequence[0] > 0;
        }
        boolean complete = sequence.length == length;
        for (int at = 1; at < sequence.length; at++) {
            complete &= (sequence[at] & 0xc0) == 0x80;
        }
        return complete;
    }

    private static String hex(byte[] sequence) {
        return HexFormat.ofDelimiter(" ").withPrefix("0x").formatHex(sequence);
    }
}
