// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** /api/mdm/profiles: search, details, installation on one Mac, removal from it, deletion, and who has it. */
final class ProfilesEndpoint {
    /** Names under which a body may name the Mac (vendor's documentation), and what each is on record. */
    private static final Map<String, String> NAMES =
            Map.of("SerialNumber", "serialnumber", "DeviceId", "deviceid", "Udid", "udid");

    private final ProfileObjects objects;
    private final Registry registry;
    private final UemReplies replies;

    ProfilesEndpoint(ProfileObjects objects, Registry registry, UemReplies replies) {
        this.objects = objects;
        this.registry = registry;
        this.replies = replies;
    }

    /** Version 2 searches by searchtext; version 1 knows profilename alone and passes a searchtext over. */
    Reply search(Request request, Accepted accepted) {
        var text = DevicesEndpoint.parameter(request, accepted.version() == 2 ? "searchtext" : "profilename");
        var found = objects.all().stream()
                .filter(object -> lower(object.name()).contains(lower(text)))
                .toList();
        if (found.isEmpty()) {
            return Reply.empty(204);
        }
        return accepted.version() == 2
                ? replies.of(accepted, 200, "ProfileSearchResultV2Entity", second(found))
                : replies.of(accepted, 200, "ProfileSearchResult", first(found));
    }

    Reply show(int id, Accepted accepted) {
        return objects.find(id)
                .map(object -> replies.of(accepted, 200, "DeviceProfileV2Entity", described(object)))
                .orElseGet(() -> unknown(accepted));
    }

    Reply install(int id, JsonNode body, Accepted accepted) {
        return onDevice(id, body, accepted, objects::install);
    }

    Reply remove(int id, JsonNode body, Accepted accepted) {
        return onDevice(id, body, accepted, objects::remove);
    }

    Reply delete(int id, Accepted accepted) {
        var object = objects.find(id);
        object.ifPresent(known -> objects.delete(known, registry.enrolled()));
        return object.isPresent() ? Reply.empty(204) : unknown(accepted);
    }

    /** Who has it (UEM's description of its API, version 1): by the object's UUID, INSTALLED unless told otherwise. */
    Reply holders(String uuid, Request request, Accepted accepted) {
        boolean installed = !DevicesEndpoint.parameter(request, "profilestatus").equals("NOT_INSTALLED");
        var object = objects.all().stream()
                .filter(each -> each.uuid().equalsIgnoreCase(uuid))
                .findFirst();
        return object.map(known -> replies.of(accepted, 200, "Devices", holders(known, installed)))
                .orElseGet(() -> unknown(accepted));
    }

    private Reply onDevice(int id, JsonNode body, Accepted accepted, BiConsumer<ProfileObject, Device> what) {
        var object = objects.find(id);
        if (object.isEmpty()) {
            return unknown(accepted);
        }
        var device = findDevice(body);
        if (device.isEmpty()) {
            return replies.error(accepted, 404, "Device not found.");
        }
        if (!object.get().assigned()) {
            return replies.error(accepted, 422, "The profile is not assigned to the device.");
        }
        what.accept(object.get(), device.get());
        return Reply.empty(200);
    }

    private Optional<Device> findDevice(JsonNode body) {
        return NAMES.entrySet().stream()
                .filter(name -> body.has(name.getKey()))
                .findFirst()
                .flatMap(name ->
                        registry.find(name.getValue(), body.path(name.getKey()).asString("")))
                .map(Registry.Entry::device)
                .filter(Device::enrolled);
    }

    private ObjectNode holders(ProfileObject object, boolean installed) {
        var json = UemReplies.object();
        var list = json.putArray("profileAssignedDevices");
        registry.enrolled().stream()
                .filter(device -> object.assigned()
                        && installed == (objects.status(object.id(), device.udid()) == ProfileStatus.INSTALLED))
                .forEach(device -> list.addObject().put("uuid", Registry.uuid(device.udid())));
        return json.put("TotalResults", list.size());
    }

    private static ObjectNode second(List<ProfileObject> found) {
        var json = UemReplies.object();
        var list = json.putArray("ProfileList");
        found.forEach(object -> list.addObject()
                .put("ProfileId", object.id())
                .put("ProfileName", object.name())
                .put("ProfileStatus", "Active")
                .put("Platform", "AppleOsX")
                .put("AssignmentType", "Optional")
                .put("ProfileUuid", object.uuid()));
        return json.put("TotalResults", found.size());
    }

    private static ObjectNode first(List<ProfileObject> found) {
        var json = UemReplies.object();
        var list = json.putArray("Profiles");
        found.forEach(object -> {
            var entry = list.addObject().put("ProfileName", object.name()).put("ProfileStatus", "Active");
            entry.set("Id", DevicesEndpoint.id(object.id()));
        });
        return json.put("Page", 0).put("PageSize", found.size()).put("Total", found.size());
    }

    private static ObjectNode described(ProfileObject object) {
        var json = UemReplies.object();
        json.putObject("General")
                .put("ProfileId", object.id())
                .put("ProfileUuid", object.uuid())
                .put("Name", object.name())
                .put("Version", ProfileObject.VERSION)
                .put("AssignmentType", "Optional")
                .put("IsActive", true);
        return json;
    }

    private Reply unknown(Accepted accepted) {
        return replies.error(accepted, 404, "Profile not found.");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
