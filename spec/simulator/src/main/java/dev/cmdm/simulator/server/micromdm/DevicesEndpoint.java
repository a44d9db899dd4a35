// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.server.Devices;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoTime;
import dev.cmdm.simulator.wire.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** POST /v1/devices. The built-in database ignores every filter but filter_serial (platform/device/builtin). */
final class DevicesEndpoint {
    private final Devices devices;

    DevicesEndpoint(Devices devices) {
        this.devices = devices;
    }

    Reply answer(JsonNode request) {
        var serials = request.path("filter_serial");
        var found = devices.all().stream()
                .filter(device -> serials.isEmpty() || contains(serials, device.serial()))
                .map(DevicesEndpoint::describe)
                .toList();
        var body = GoJson.object();
        if (found.isEmpty()) {
            body.putNull("devices");
        } else {
            body.putArray("devices").addAll(found);
        }
        return MicroReplies.json(200, body);
    }

    private static boolean contains(JsonNode serials, String serial) {
        return serials.values().stream().anyMatch(each -> each.asString("").equals(serial));
    }

    private static ObjectNode describe(Device device) {
        return GoJson.object()
                .put("serial_number", device.serial())
                .put("udid", device.udid())
                .put("enrollment_status", device.enrolled())
                .put("last_seen", GoTime.text(device.lastSeen()))
                .put("dep_profile_status", "");
    }
}
