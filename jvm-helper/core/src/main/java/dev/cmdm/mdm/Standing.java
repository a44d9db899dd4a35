// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.util.Optional;

/** What a server knows of a Mac. */
public enum Standing {
    /** It manages it. */
    ENROLLED,
    /** It knows it, and it is not enrolled: commands would queue and never run. */
    NOT_ENROLLED,
    /** It does not know it. */
    UNKNOWN,
    /** This product cannot be asked. */
    NOT_TOLD;

    /** What becomes of a command for a Mac that the server does not manage: it is not sent; nothing when it does. */
    public Optional<Delivery> findRefusal() {
        return switch (this) {
            case UNKNOWN, NOT_TOLD -> Optional.of(new Delivery.UnknownDevice());
            case NOT_ENROLLED -> Optional.of(new Delivery.NotEnrolled());
            case ENROLLED -> Optional.empty();
        };
    }
}
