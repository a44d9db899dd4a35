// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

import dev.cmdm.simulator.server.Apns;
import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.server.Devices;
import dev.cmdm.simulator.server.Ids;
import java.util.List;
import java.util.Locale;

/** Wakes the Macs of enrollments and notes in a result what came of it (push/service). */
final class Pushes {
    private final Devices devices;
    private final PushCertificates certificates;
    private final Apns apns;
    private final Ids ids;

    Pushes(Devices devices, PushCertificates certificates, Apns apns, Ids ids) {
        this.devices = devices;
        this.certificates = certificates;
        this.apns = apns;
        this.ids = ids;
    }

    void push(List<String> enrollments, ApiResult result) {
        for (var id : enrollments) {
            devices.find(id)
                    .filter(device -> !device.token().isEmpty())
                    .ifPresentOrElse(
                            device -> push(device, result), () -> result.pushFailed(id, "push data missing for id"));
        }
    }

    private void push(Device device, ApiResult result) {
        try {
            certificates.get(device.topic());
            apns.push(device.token(), device.pushMagic());
            result.pushed(device.udid(), ids.uuid().toUpperCase(Locale.ROOT));
        } catch (StorageException e) {
            result.pushError("retrieving push cert for topic \"" + device.topic() + "\": " + e.words());
        } catch (Apns.UnreachableException e) {
            result.pushFailed(
                    device.udid(),
                    "Post \"https://api.push.apple.com/3/device/" + device.token() + "\": " + e.getMessage());
        }
    }
}
