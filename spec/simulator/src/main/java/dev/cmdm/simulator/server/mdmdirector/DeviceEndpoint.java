// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;

/** /device and what is below it. */
final class DeviceEndpoint {
    private final DirectorDevices devices;
    private final StoredProfiles wanted;
    private final MicroMdmBelow below;

    DeviceEndpoint(DirectorDevices devices, StoredProfiles wanted, MicroMdmBelow below) {
        this.devices = devices;
        this.wanted = wanted;
        this.below = below;
    }

    Reply list(Request request) {
        boolean limited =
                request.findParameter("info").filter("limited"::equals).isPresent();
        return DirectorReplies.list(devices.all().stream()
                .map(device -> limited ? DeviceJson.limited(device) : DeviceJson.full(device, wanted.of(device.udid())))
                .toList());
    }

    Reply bySerial(String serial) {
        return devices.findBySerial(serial)
                .map(device -> described(200, device))
                .orElseGet(() -> Reply.empty(404));
    }

    /** For a UDID that nobody has, the failure brings some other Mac along. */
    Reply byUdid(String udid) {
        return devices.find(udid)
                .map(device -> described(200, device))
                .orElseGet(
                        () -> described(500, devices.all().stream().findFirst().orElseGet(DirectorDevice::none)));
    }

    /** Whatever the UDID, unless MicroMDM is down. */
    Reply push(String udid) {
        try {
            below.push(udid);
            return DirectorReplies.text(200, "{\"status\":\"push_sent\"}");
        } catch (MicroMdmDownException e) {
            return DirectorReplies.failed();
        }
    }

    /** MicroMDM's view of its queue, passed on. */
    Reply queue(String udid) {
        try {
            return Reply.of(200, "application/json", below.queueOf(udid));
        } catch (MicroMdmDownException e) {
            return DirectorReplies.failed();
        }
    }

    /** Of the commands, clear_queue does something here; an unknown name is answered like it. */
    Reply command(String name, byte[] body) {
        try {
            for (var udid : GoJson.decode(body).path("udids").values()) {
                if (name.equals("clear_queue")) {
                    below.clearQueueOf(udid.asString(""));
                }
            }
            return Reply.empty(200);
        } catch (GoSyntaxException | MicroMdmDownException e) {
            return DirectorReplies.failed();
        }
    }

    private Reply described(int status, DirectorDevice device) {
        return DirectorReplies.json(status, DeviceJson.full(device, wanted.of(device.udid())));
    }
}
