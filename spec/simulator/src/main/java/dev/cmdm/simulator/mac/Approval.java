// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a Mac is enrolled. */
public enum Approval {
    /** When no MDM manages the Mac. */
    NONE,
    /** When an enrollment profile was installed and nobody approved it (possible up to macOS 10.15). */
    MDM,
    /** When a user approved the enrollment. */
    USER_APPROVED,
    /** When the Mac enrolled by Automated Device Enrollment. */
    AUTOMATED;

    /** The approval of this word, as the world file writes it. */
    public static Optional<Approval> find(String word) {
        return Arrays.stream(values())
                .filter(approval -> approval.word().equals(word))
                .findFirst();
    }

    /** The word in the world file: none, mdm, user-approved or automated. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True when payloads that need a user-approved MDM may be installed. */
    public boolean isApproved() {
        return this == USER_APPROVED || this == AUTOMATED;
    }
}
