// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import tools.jackson.databind.node.ObjectNode;

/** GET /api/mdm/devices?searchby=…&id=…, and the profiles of a device found in the same way. */
final class DevicesEndpoint {
    private final Registry registry;
    private final ProfileObjects objects;
    private final UemReplies replies;

    DevicesEndpoint(Registry registry, ProfileObjects objects, UemReplies replies) {
        this.registry = registry;
        this.objects = objects;
        this.replies = replies;
    }

    Reply find(Request request, Accepted accepted) {
        return registry.find(parameter(request, "searchby"), parameter(request, "id"))
                .map(entry -> replies.of(accepted, 200, "Device", described(entry)))
                .orElseGet(() -> replies.error(accepted, 404, "Device not found."));
    }

    /** Profiles sent by a custom command are not among them: they are no objects of this server. */
    Reply profiles(Request request, Accepted accepted) {
        return registry.find(parameter(request, "searchby"), parameter(request, "id"))
                .map(entry -> replies.of(accepted, 200, "DeviceProfileSearchResult", listed(entry)))
                .orElseGet(() -> replies.error(accepted, 404, "Device not found."));
    }

    private static ObjectNode described(Registry.Entry entry) {
        Device device = entry.device();
        var json = UemReplies.object();
        json.set("Id", id(entry.id()));
        return json.put("Uuid", entry.uuid())
                .put("Udid", device.udid())
                .put("SerialNumber", device.serial())
                .put("Platform", "AppleOsX")
                .put("EnrollmentStatus", device.enrolled() ? "Enrolled" : "Unenrolled")
                .put("LastSeen", device.lastSeen().toString());
    }

    private ObjectNode listed(Registry.Entry entry) {
        var profiles = objects.assigned().stream()
                .map(object -> listed(object, entry.device().udid()))
                .toList();
        var json = UemReplies.object();
        json.putArray("DeviceProfiles").addAll(profiles);
        json.putObject("DeviceId").set("Id", id(entry.id()));
        return json.put("Page", 0).put("PageSize", profiles.size()).put("Total", profiles.size());
    }

    private ObjectNode listed(ProfileObject object, String udid) {
        var status = objects.status(object.id(), udid);
        var json = UemReplies.object();
        json.set("Id", id(object.id()));
        return json.put("Name", object.name())
                .put("Status", status.number())
                .put("AssignmentType", 1)
                .put("CurrentVersion", ProfileObject.VERSION)
                .put("InstalledProfileVersion", status == ProfileStatus.INSTALLED ? ProfileObject.VERSION : 0);
    }

    static ObjectNode id(int value) {
        return UemReplies.object().put("Value", value);
    }

    static String parameter(Request request, String name) {
        return request.findParameter(name).orElse("");
    }
}
