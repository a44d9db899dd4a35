// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.server.Device;

/**
 * A Mac as Fleet lists it.
 *
 * @param id the number under which it is listed
 * @param team its team, 0 for none
 */
record Host(int id, int team, Device device) {
    String uuid() {
        return device.udid();
    }

    /** Whether its MDM is on and is this Fleet. */
    boolean isManaged() {
        return device.enrolled();
    }

    boolean answersTo(String identifier) {
        return uuid().equalsIgnoreCase(identifier) || device.serial().equalsIgnoreCase(identifier);
    }
}
