// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import tools.jackson.databind.node.ObjectNode;

/** GET /api/mdm/devices?searchby=…&id=…, the profiles of a device found in the same way, and a search for all. */
final class DevicesEndpoint {
    private static final int MOST = 500;

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

    /** All devices, page by page from 0; 204 for an empty page (vendor's documentation). */
    Reply search(Request request, Accepted accepted) {
        int size = number(request, "pagesize", MOST);
        var all = registry.enrolled();
        var page = all.stream()
                .skip((long) number(request, "page", 0) * size)
                .limit(size)
                .toList();
        if (page.isEmpty()) {
            return Reply.empty(204);
        }
        var json = UemReplies.object();
        var list = json.putArray("Devices");
        page.forEach(device -> registry.find("udid", device.udid()).ifPresent(entry -> list.add(described(entry))));
        return replies.of(accepted, 200, "DeviceSearchResult", json.put("Total", all.size()));
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

    private static int number(Request request, String name, int usual) {
        var text = parameter(request, name);
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : usual;
    }

    static ObjectNode id(int value) {
        return UemReplies.object().put("Value", value);
    }

    static String parameter(Request request, String name) {
        return request.findParameter(name).orElse("");
    }
}
