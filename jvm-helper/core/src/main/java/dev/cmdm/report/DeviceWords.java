// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.device.Enrollment;

/** How a Mac stands with an MDM, in words. */
final class DeviceWords {
    private DeviceWords() {}

    static String enrollment(Enrollment enrollment) {
        return switch (enrollment) {
            case NONE -> "not enrolled";
            case MDM -> "enrolled";
            case USER_APPROVED -> "user-approved MDM";
            case AUTOMATED -> "automated enrollment";
        };
    }
}
