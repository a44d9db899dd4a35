// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.DeviceId;
import dev.cmdm.mdm.ServerProfiles;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.plist.Bytes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code GET /api/v1/computers-inventory} with a filter in RSQL. It keeps the record of a Mac that left. (Jamf,
 * developer.jamf.com; macadmins/jamf-pro-sdk-python, models/pro/computers.py. That {@code remoteManagement.managed} tells
 * who left is not documented: what does not say so counts as managed.)
 */
final class InventoryEndpoint {
    private static final String PATH = "/api/v1/computers-inventory?section=GENERAL&section=HARDWARE";
    private static final int LARGEST = 8 * 1024 * 1024;

    private final Answers answers;

    InventoryEndpoint(Answers answers) {
        this.answers = answers;
    }

    /**
     * A Mac as Jamf Pro knows it.
     *
     * @param id its number, which scopes name; empty when unknown
     * @param managementId what commands are asked for by; empty when it is not managed
     */
    record Computer(String id, String managementId, Standing standing) {
        private static final Computer UNKNOWN = new Computer("", "", Standing.UNKNOWN);
    }

    private static final class Entry {
        private String id = "";
        private String udid = "";
        private String managementId = "";
        private boolean left;
        private final List<ServerProfiles.Entry> profiles = new ArrayList<>();
        private final Set<String> groups = new HashSet<>();
    }

    /** Looks a Mac up by its serial number; it is this Mac only if the UDID is its own too. */
    Computer look(Device device) {
        return find(device, PATH).map(InventoryEndpoint::computer).orElse(Computer.UNKNOWN);
    }

    /** The profiles of its last inventory. */
    List<ServerProfiles.Entry> profiles(Device device) {
        return find(device, PATH + "&section=CONFIGURATION_PROFILES")
                .map(entry -> List.copyOf(entry.profiles))
                .orElse(List.of());
    }

    /** The numbers of the groups that it is a member of. */
    Set<String> groups(Device device) {
        return find(device, PATH + "&section=GROUP_MEMBERSHIPS")
                .map(entry -> Set.copyOf(entry.groups))
                .orElse(Set.of());
    }

    /** A serial number or UDID that could end the filter is nobody's. */
    private Optional<Entry> find(Device device, String path) {
        if (DeviceId.find(device.serial()).isEmpty() || DeviceId.find(device).isEmpty()) {
            return Optional.empty();
        }
        HttpCall call = HttpCall.get(
                        path + "&filter=" + Encoded.of("hardware.serialNumber==\"" + device.serial() + "\""))
                .withHeader("Accept", "application/json")
                .withAnswerLimit(LARGEST);
        return entries(answers.get(call, Privilege.READ_COMPUTERS).body()).stream()
                .filter(entry -> entry.udid.equalsIgnoreCase(device.udid()))
                .findFirst();
    }

    private static Computer computer(Entry entry) {
        boolean managed = !entry.left
                && Encoded.isNumber(entry.id)
                && DeviceId.find(entry.managementId).isPresent();
        return managed
                ? new Computer(entry.id, entry.managementId, Standing.ENROLLED)
                : new Computer(entry.id, "", Standing.NOT_ENROLLED);
    }

    private List<Entry> entries(Bytes body) {
        return Json.read(body, InventoryEndpoint::entries)
                .flatMap(found -> found)
                .orElseThrow(() -> answers.notThisProduct("no list of computers"));
    }

    private static Optional<List<Entry>> entries(Json json) {
        List<Entry> entries = new ArrayList<>();
        boolean[] list = {false};
        json.fields(name -> {
            if (name.equals("results")) {
                list[0] = json.isArray();
                json.items(() -> entries.add(entry(json)));
            }
        });
        return list[0] ? Optional.of(entries) : Optional.empty();
    }

    private static Entry entry(Json json) {
        Entry entry = new Entry();
        json.fields(name -> {
            switch (name) {
                case "id" -> entry.id = json.text().orElse("");
                case "udid" -> entry.udid = json.text().orElse("");
                case "general" -> general(json, entry);
                case "groupMemberships" -> json.items(() -> json.text("groupId").ifPresent(entry.groups::add));
                case "configurationProfiles" -> json.items(() -> entry.profiles.add(profile(json)));
                default -> {}
            }
        });
        return entry;
    }

    private static void general(Json json, Entry entry) {
        json.fields(name -> {
            if (name.equals("managementId")) {
                entry.managementId = json.text().orElse("");
            } else if (name.equals("remoteManagement")) {
                json.fields(of -> entry.left |= of.equals("managed") && !json.isTrue());
            }
        });
    }

    private static ServerProfiles.Entry profile(Json json) {
        String[] texts = {"", "", ""};
        json.fields(name -> {
            switch (name) {
                case "profileIdentifier" -> texts[0] = json.text().orElse("");
                case "uuid" -> texts[1] = json.text().orElse("");
                case "displayName" -> texts[2] = json.text().orElse("");
                default -> {}
            }
        });
        return new ServerProfiles.Entry(texts[0], texts[1], texts[2]);
    }
}
