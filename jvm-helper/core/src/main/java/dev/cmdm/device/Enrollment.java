// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.device;

/** How a Mac stands with an MDM. (Apple, {@code profiles status -type enrollment}.) */
public enum Enrollment {
    /** No MDM manages this Mac. */
    NONE,
    /** Enrolled; whether the user approved it is not known or was denied. */
    MDM,
    /** Enrolled, and the user approved it. */
    USER_APPROVED,
    /** Enrolled through Apple's automated device enrollment, which counts as approved. */
    AUTOMATED;

    /** Whether an MDM manages this Mac at all. */
    public boolean enrolled() {
        return this != NONE;
    }

    /** Whether payloads that need user approval are accepted. (Apple, SecurityInfo: UserApprovedEnrollment.) */
    public boolean approved() {
        return this == USER_APPROVED || this == AUTOMATED;
    }
}
