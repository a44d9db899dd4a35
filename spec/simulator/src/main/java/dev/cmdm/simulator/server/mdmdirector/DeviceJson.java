// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A Mac with every field that MDMDirector has for one, most of them never filled by what is simulated. */
final class DeviceJson {
    private static final JsonNode FIELDS = fields();

    private DeviceJson() {}

    /** Without its profiles, as {@code ?info=limited} lists it. */
    static ObjectNode limited(DirectorDevice device) {
        return json(device, List.of(), List.of());
    }

    static ObjectNode full(DirectorDevice device, List<StoredProfile> wanted) {
        return json(
                device,
                wanted.stream().map(StoredProfile::json).toList(),
                device.profileList().stream().map(ListedProfile::json).toList());
    }

    private static ObjectNode json(DirectorDevice device, List<ObjectNode> wanted, List<ObjectNode> listed) {
        var json = GoJson.object();
        FIELDS.properties().forEach(field -> {
            json.set(field.getKey(), field.getValue());
            // Go leaves these out when they are empty.
            if (field.getKey().equals("Active") && !wanted.isEmpty()) {
                json.putArray("Profiles").addAll(wanted);
            }
            if (field.getKey().equals("SecurityInfo") && !listed.isEmpty()) {
                json.putArray("ProfileList").addAll(listed);
            }
        });
        return json.put("DeviceName", device.name())
                .put("SerialNumber", device.serial())
                .put("UDID", device.udid())
                .put("Active", device.tokenUpdated())
                .put("UpdatedAt", GoTime.text(device.checkedIn()))
                .put("AuthenticateRecieved", device.authenticated())
                .put("TokenUpdateRecieved", device.tokenUpdated())
                .put("InitialTasksRun", device.tokenUpdated())
                .put("LastInfoRequested", GoTime.text(device.asked()))
                .put("NextPush", GoTime.text(device.asked()))
                .put("LastCheckedIn", GoTime.text(device.checkedIn()))
                .put("LastProfileList", GoTime.text(device.profileListed()));
    }

    private static JsonNode fields() {
        try (var in = DeviceJson.class.getResourceAsStream("device.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator's own device.json cannot be read", e);
        }
    }
}
