// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.device;

import java.util.Locale;

/**
 * One Mac.
 *
 * @param serial Apple's serial number
 * @param udid the hardware UUID (IOPlatformUUID), by which an MDM addresses the Mac, in capitals;
 *     never the provisioning UDID
 * @param macos its macOS version
 * @param enrollment how it stands with an MDM
 */
public record Device(String serial, String udid, MacOsVersion macos, Enrollment enrollment) {
    public Device {
        udid = udid.toUpperCase(Locale.ROOT);
    }

    /** The same Mac with another enrollment. */
    public Device with(Enrollment other) {
        return new Device(serial, udid, macos, other);
    }
}
