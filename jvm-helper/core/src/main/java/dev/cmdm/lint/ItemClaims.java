// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Dict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the single items in which payloads that otherwise add up can contradict each other. */
final class ItemClaims {
    private final String type;
    private final List<Claim> claims = new ArrayList<>();

    private ItemClaims(String type) {
        this.type = type;
    }

    static List<Claim> of(String type, Dict content, KeyPath path) {
        ItemClaims found = new ItemClaims(type);
        switch (type) {
            case "com.apple.TCC.configuration-profile-policy" -> found.privacy(content, path);
            case "com.apple.notificationsettings" ->
                found.items(content, "NotificationSettings", "BundleIdentifier", path, Contest.NOTIFICATIONS);
            case "com.apple.airplay" -> found.items(content, "Passwords", "DeviceID", path, Contest.AIRPLAY);
            case "com.apple.wifi.managed" -> found.network(content, path);
            case "com.apple.system-extension-policy" -> found.extensions(content, path);
            case "com.apple.dnsSettings.managed" -> found.resolvers(content, path);
            default -> {} // the others add up without meeting
        }
        return found.claims;
    }

    private void privacy(Dict content, KeyPath path) {
        Dict services = content.findDict("Services").orElse(Dict.empty());
        for (String service : services.entries().keySet()) {
            dicts(services, service, path.key("Services"), (entry, place) -> {
                Optional<String> app = entry.findText("Identifier");
                Optional<PlistValue> verdict = verdict(entry);
                if (app.isPresent() && verdict.isPresent()) {
                    String receiver = entry.findText("AEReceiverIdentifier").orElse("");
                    add(List.of(service, app.get(), receiver), verdict.get(), place, Contest.PRIVACY);
                }
            });
        }
    }

    /** Allowed true and Authorization Allow are one verdict, as false and Deny are. */
    private static Optional<PlistValue> verdict(Dict entry) {
        return entry.find("Authorization")
                .or(() -> entry.find("Allowed")
                        .map(allowed ->
                                new PlistValue.Text(allowed.equals(new PlistValue.Bool(true)) ? "Allow" : "Deny")));
    }

    private void items(Dict content, String array, String name, KeyPath path, Contest contest) {
        dicts(
                content,
                array,
                path,
                (item, place) ->
                        item.findText(name).ifPresent(value -> add(List.of(array, value), item, place, contest)));
    }

    private void network(Dict content, KeyPath path) {
        Map<String, PlistValue> settings = new LinkedHashMap<>(content.entries());
        settings.keySet().removeIf(key -> key.startsWith("Payload"));
        content.findText("SSID_STR")
                .ifPresent(name ->
                        add(List.of("SSID_STR", name), new Dict(settings), path.key("SSID_STR"), Contest.NETWORK));
    }

    private void extensions(Dict content, KeyPath path) {
        extensions(content, "RemovableSystemExtensions", true, path);
        extensions(content, "NonRemovableSystemExtensions", false, path);
    }

    private void extensions(Dict content, String key, boolean removable, KeyPath path) {
        Dict teams = content.findDict(key).orElse(Dict.empty());
        teams.entries().forEach((team, list) -> {
            if (list instanceof PlistValue.Array array) {
                for (int index = 0; index < array.items().size(); index++) {
                    if (array.items().get(index) instanceof PlistValue.Text extension) {
                        add(
                                List.of("extension", team, extension.value()),
                                new PlistValue.Bool(removable),
                                path.key(key).key(team).item(index),
                                Contest.EXTENSION);
                    }
                }
            }
        });
    }

    private void resolvers(Dict content, KeyPath path) {
        Dict settings = content.findDict("DNSSettings").orElse(Dict.empty());
        Dict server = settings.without("SupplementalMatchDomains");
        List<PlistValue> domains = settings.findArray("SupplementalMatchDomains")
                .map(PlistValue.Array::items)
                .orElse(List.of());
        for (int index = 0; index < domains.size(); index++) {
            if (domains.get(index) instanceof PlistValue.Text domain) {
                KeyPath place =
                        path.key("DNSSettings").key("SupplementalMatchDomains").item(index);
                add(List.of("domain", domain.value()), server, place, Contest.RESOLVER);
            }
        }
    }

    private interface Item {
        void take(Dict item, KeyPath place);
    }

    private static void dicts(Dict content, String key, KeyPath path, Item item) {
        List<PlistValue> items =
                content.findArray(key).map(PlistValue.Array::items).orElse(List.of());
        for (int index = 0; index < items.size(); index++) {
            if (items.get(index) instanceof Dict dict) {
                item.take(dict, path.key(key).item(index));
            }
        }
    }

    private void add(List<String> thing, PlistValue value, KeyPath place, Contest contest) {
        List<String> whole = new ArrayList<>(List.of(type));
        whole.addAll(thing);
        claims.add(new Claim(whole, value, place, contest, type));
    }
}
