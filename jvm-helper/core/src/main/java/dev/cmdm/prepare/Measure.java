// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.prepare;

import dev.cmdm.mdm.Capabilities;
import java.util.Optional;

/** How large something is to a server that counts in its own unit. */
enum Measure {
    /** When a server counts the bytes of the profile, or no server says otherwise. */
    BYTES {
        @Override
        long size(long bytes) {
            return bytes;
        }
    },
    /** When a server counts the characters of the text that carries the profile, in which it is Base64. */
    CHARACTERS {
        @Override
        long size(long bytes) {
            return (bytes + 2) / 3 * 4;
        }
    };

    static Measure of(Optional<Capabilities> server) {
        return server.filter(able -> able.unit().equals("characters")).isPresent() ? CHARACTERS : BYTES;
    }

    /** What a server counts of so many bytes. */
    abstract long size(long bytes);
}
