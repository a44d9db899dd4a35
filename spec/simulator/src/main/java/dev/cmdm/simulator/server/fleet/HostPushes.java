// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.server.Apns;
import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.server.Devices;

/** Wakes the Macs that can be woken; without a push certificate there is no way to Apple. */
final class HostPushes {
    private final Devices devices;
    private final Apns apns;
    private final boolean certificate;

    HostPushes(Devices devices, Apns apns, boolean certificate) {
        this.devices = devices;
        this.apns = apns;
        this.certificate = certificate;
    }

    void push(String hostUuid) throws Apns.UnreachableException {
        if (!certificate) {
            throw new Apns.UnreachableException("no push certificate");
        }
        var device = devices.find(hostUuid).filter(Device::enrolled);
        if (device.isPresent()) {
            apns.push(device.get().token(), device.get().pushMagic());
        }
    }

    /** Pushes for what Fleet sends by itself; it asks Apple again a minute later, which here nobody waits for. */
    void pushIfPossible(String hostUuid) {
        try {
            push(hostUuid);
        } catch (Apns.UnreachableException e) {
            // The command waits until the Mac asks by itself.
        }
    }
}
