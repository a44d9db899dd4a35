// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import java.util.Locale;

/** How a profile came onto a Mac. */
public enum Origin {
    /** When the MDM sent it with InstallProfile. */
    MDM,
    /** When a person, or the profiles tool of an old release, installed it. */
    LOCAL,
    /** When a declaration of the MDM brought it, which alone changes it from then on. */
    DECLARATIVE,
    /** When it is the enrollment profile itself. */
    ENROLLMENT;

    /** True when it came from the MDM, by a command or by a declaration. */
    public boolean managed() {
        return this == MDM || this == DECLARATIVE;
    }

    /** The word in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
