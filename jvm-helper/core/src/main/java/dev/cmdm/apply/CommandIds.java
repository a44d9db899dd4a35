// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import java.util.Locale;
import java.util.UUID;

/** Where the ids of commands come from. */
@FunctionalInterface
public interface CommandIds {
    /** An id that no command ever had. */
    String draw();

    /** Random UUIDs, in capitals as Apple prints them. */
    static CommandIds random() {
        return () -> UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    }
}
