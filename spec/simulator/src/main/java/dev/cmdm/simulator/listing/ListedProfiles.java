// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.listing;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import com.dd.plist.NSString;
import dev.cmdm.simulator.facts.PayloadFacts;
import dev.cmdm.simulator.mac.InstalledProfile;
import dev.cmdm.simulator.profile.Payload;
import dev.cmdm.simulator.profile.Profile;
import java.util.Map;
import java.util.TreeMap;

/**
 * The property list behind {@code -o stdout-xml}: profiles by owner. What is true of a profile as a whole is text here,
 * booleans and dates included; the settings of a payload are lifted into one dictionary under PayloadContent, without
 * what is secret.
 */
final class ListedProfiles {
    private static final String MANAGED_PREFERENCES = "com.apple.ManagedClient.preferences";

    private ListedProfiles() {}

    static NSDictionary of(View view) {
        NSDictionary root = new NSDictionary();
        new TreeMap<>(view.byOwner())
                .forEach((owner, profiles) -> root.put(
                        owner,
                        new NSArray(
                                profiles.stream().map(ListedProfiles::profile).toArray(NSObject[]::new))));
        return root;
    }

    private static NSDictionary profile(InstalledProfile installed) {
        Profile profile = installed.profile();
        Map<String, Object> entry = new TreeMap<>();
        entry.put("ProfileIdentifier", profile.identifier());
        entry.put("ProfileUUID", profile.uuid());
        entry.put("ProfileInstallDate", InstallDate.of(installed.installDate()));
        entry.put("ProfileType", "Configuration");
        entry.put("ProfileVersion", profile.version());
        entry.put("ProfileVerificationState", profile.verification().word());
        putNames(entry, "Profile", profile.names());
        if (profile.removalDisallowed()) {
            entry.put("ProfileRemovalDisallowed", "true");
        }
        entry.put(
                "ProfileItems",
                new NSArray(
                        profile.payloads().stream().map(ListedProfiles::item).toArray(NSObject[]::new)));
        return dictionary(entry);
    }

    private static NSDictionary item(Payload payload) {
        Map<String, Object> entry = new TreeMap<>();
        entry.put("PayloadType", payload.type());
        entry.put("PayloadIdentifier", payload.identifier());
        entry.put("PayloadUUID", payload.uuid());
        entry.put("PayloadVersion", payload.version());
        putNames(entry, "Payload", payload.names());
        entry.put("PayloadContent", content(payload));
        return dictionary(entry);
    }

    private static NSDictionary content(Payload payload) {
        Map<String, Object> content = new TreeMap<>();
        payload.settings().forEach((key, value) -> {
            if (!PayloadFacts.isHidden(payload.type(), key)) {
                content.put(shownKey(payload, key), value);
            }
        });
        return dictionary(content);
    }

    private static String shownKey(Payload payload, String key) {
        return payload.type().equals(MANAGED_PREFERENCES) && key.equals("PayloadContent")
                ? "PayloadContentManagedPreferences"
                : key;
    }

    private static void putNames(Map<String, Object> entry, String prefix, Payload.Names names) {
        names.displayName().ifPresent(text -> entry.put(prefix + "DisplayName", new NSString(text)));
        names.description().ifPresent(text -> entry.put(prefix + "Description", new NSString(text)));
        names.organization().ifPresent(text -> entry.put(prefix + "Organization", new NSString(text)));
    }

    private static NSDictionary dictionary(Map<String, Object> values) {
        NSDictionary dictionary = new NSDictionary();
        values.forEach(dictionary::put);
        return dictionary;
    }
}
