// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import static dev.cmdm.plan.Yaml.constant;
import static dev.cmdm.plan.Yaml.entries;
import static dev.cmdm.plan.Yaml.key;
import static dev.cmdm.plan.Yaml.map;
import static dev.cmdm.plan.Yaml.moment;
import static dev.cmdm.plan.Yaml.only;
import static dev.cmdm.plan.Yaml.span;
import static dev.cmdm.plan.Yaml.strings;
import static dev.cmdm.plan.Yaml.text;

import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.installed.Assigned;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledPayload;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.ObjectName;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the Mac of a golden case, its server, and what is installed. */
final class MacFields {
    private final Map<String, Object> scenario;
    private final Map<String, Object> mac;

    MacFields(Map<String, Object> scenario) {
        this.scenario = scenario;
        this.mac = map(scenario.getOrDefault("mac", Map.of()));
        only(mac, "macos", "enrollment", "root", "origins", "enrolled-at", "reached", "quota");
    }

    Device device() {
        return new Device(
                "C02XK1ABCDEF",
                "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8",
                MacOsVersion.find(text(mac, "macos", "15.1")).orElseThrow(),
                Enrollment.valueOf(constant(text(mac, "enrollment", "user-approved"))));
    }

    Contact contact() {
        return new Contact(moment(mac, "enrolled-at"), moment(mac, "reached"), deferral());
    }

    /** When the MDM said that its quota is used up, and for how long from then. */
    private Optional<Deferral> deferral() {
        Map<String, Object> quota = map(mac.getOrDefault("quota", Map.of()));
        only(quota, "said", "lasts");
        return moment(quota, "said")
                .map(said -> new Deferral(
                        "mdm:443", said, said.plus(span(text(quota, "lasts", ""))), "its quota is used up"));
    }

    Optional<ServerLimits> server() {
        Object server = scenario.getOrDefault("server", "micromdm");
        if (server instanceof String word) {
            return switch (word) {
                case "none" -> Optional.empty();
                case "micromdm" ->
                    Optional.of(new ServerLimits("MicroMDM", Long.MAX_VALUE, "bytes", true, false, false, false));
                case "nanomdm" -> Optional.of(new ServerLimits("NanoMDM", 16 << 20, "bytes", true, true, false, false));
                case "mdmdirector" ->
                    Optional.of(new ServerLimits("MDMDirector", Long.MAX_VALUE, "bytes", false, true, true, false));
                default -> throw new IllegalArgumentException("no such server: " + word);
            };
        }
        Map<String, Object> limits = map(server);
        only(limits, "limit", "signed", "objects", "hashes");
        return Optional.of(new ServerLimits(
                "a small MDM",
                ((Number) limits.getOrDefault("limit", Integer.MAX_VALUE)).longValue(),
                "characters",
                (boolean) limits.getOrDefault("signed", true),
                false,
                (boolean) limits.getOrDefault("hashes", false),
                (boolean) limits.getOrDefault("objects", false)));
    }

    Installed installed(List<Prepared> prepared) {
        return new Installed(
                entries(scenario, "installed").stream()
                        .map(entry -> there(entry, prepared))
                        .toList(),
                (boolean) mac.getOrDefault("root", true),
                (boolean) mac.getOrDefault("origins", true));
    }

    private static InstalledProfile there(Map<String, Object> entry, List<Prepared> prepared) {
        only(entry, "id", "user", "uuid", "origin", "declarative", "payloads", "settings", "date", "object");
        ProfileKey key = key(entry);
        List<InstalledPayload> payloads = new ArrayList<>();
        for (String type : strings(entry.getOrDefault("payloads", List.of("com.apple.dock")))) {
            String name = DeclaredFields.payloadName(entry.get("id"), payloads.size());
            payloads.add(new InstalledPayload(type, name, "", settings(entry)));
        }
        String uuid = DeclaredFields.uuid(text(entry, "uuid", "11111111-1111-1111-1111-111111111111"), key, prepared);
        return new InstalledProfile(
                key,
                uuid,
                Origin.valueOf(constant(text(entry, "origin", "mdm"))),
                (boolean) entry.getOrDefault("declarative", false),
                text(entry, "date", "2026-02-28 09:00:00 +0000"),
                "",
                payloads,
                PlistValue.Dict.empty(),
                "",
                assigned(entry, key, uuid));
    }

    /** The identifier is the UUID, as servers do it that name objects. */
    private static Optional<Assigned> assigned(Map<String, Object> entry, ProfileKey key, String uuid) {
        return Optional.ofNullable((String) entry.get("object"))
                .map(listed -> new Assigned(
                        ProfileKey.system(new ProfileIdentifier(listed)),
                        listed,
                        new ObjectName(key.identifier(), uuid)));
    }

    private static PlistValue.Dict settings(Map<String, Object> entry) {
        Map<String, PlistValue> settings = new LinkedHashMap<>();
        map(entry.get("settings")).forEach((key, value) -> settings.put(key, new PlistValue.Text((String) value)));
        return new PlistValue.Dict(settings);
    }
}
