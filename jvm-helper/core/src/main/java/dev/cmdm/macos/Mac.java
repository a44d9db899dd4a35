// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.installed.Installed;
import dev.cmdm.profile.ProfileKey;

/** A Mac that can be read and, where its {@code profiles} tool still can, changed. */
public interface Mac {
    /**
     * Who this Mac is.
     *
     * @param serial Apple's serial number
     * @param udid the hardware UUID
     * @param macos the version that {@code sw_vers} prints
     */
    record Identity(String serial, String udid, MacOsVersion macos) {
        /** This Mac for whoever does not look at its enrollment, as an MDM server, which knows that better. */
        public Device device() {
            return new Device(serial, udid, macos, Enrollment.NONE);
        }
    }

    /** Whether the caller is root, and so sees every profile and may change them. */
    boolean root();

    /**
     * Reads who this Mac is.
     *
     * @throws StateUnreadableException when a tool fails or makes no sense
     */
    Identity readIdentity();

    /**
     * Reads what is installed, by one call of {@code profiles}; origins stay unknown.
     *
     * @throws StateUnreadableException when the listing fails or makes no sense; then nothing may be changed
     */
    Installed readInstalled();

    /**
     * Reads who put each profile there, by one call more.
     *
     * @return the same profiles, with origins as far as the Mac tells
     * @throws StateUnreadableException when the verbose listing fails
     */
    Installed readOrigins(Installed installed);

    /**
     * Reads how this Mac stands with an MDM, by one call of {@code profiles status}.
     *
     * @throws StateUnreadableException when it fails or makes no sense
     */
    Enrollment readEnrollment();

    /**
     * Installs a profile locally, in the place of a local copy if there is one. That the tool tells of no trouble is
     * no proof.
     *
     * @param content its bytes, as a file would hold them
     * @throws LocalChangeException when the tool refuses, with its own words, or cannot be asked
     */
    void installLocally(ProfileKey key, byte[] content);

    /**
     * Removes a profile that was installed locally.
     *
     * @throws LocalChangeException when the tool refuses, with its own words
     */
    void removeLocally(ProfileKey key);
}
