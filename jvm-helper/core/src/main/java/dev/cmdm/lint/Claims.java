// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.Catalogue;
import dev.cmdm.catalog.PayloadType;
import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a profile claims. A preference domain, under whichever payload it comes, and a payload type of which Apple
 * allows one has one value for each key; other types add up and meet in single items only.
 */
final class Claims {
    private static final String MANAGED_PREFERENCES = "com.apple.ManagedClient.preferences";

    /** What is set for good, as it is by a payload of the domain's own type. */
    private static final String FORCED = "Forced";

    /** Apple's schema describes it in several files that contradict each other; it is a preference domain. */
    private static final String MCX = "com.apple.MCX";

    /** Types that speak of the profile they stand in and of nothing else on the Mac. */
    private static final Set<String> OWN_PROFILE =
            Set.of("com.apple.profileRemovalPassword", "com.apple.configurationprofile.identification");

    private final List<Claim> claims = new ArrayList<>();

    private Claims() {}

    static List<Claim> of(Profile profile) {
        Claims found = new Claims();
        for (int index = 0; index < profile.payloads().size(); index++) {
            Dict content = profile.payloads().get(index).content();
            KeyPath path = KeyPath.TOP.key("PayloadContent").item(index);
            content.findText("PayloadType").ifPresent(type -> found.payload(type, content, path));
        }
        return found.claims;
    }

    private void payload(String type, Dict content, KeyPath path) {
        if (type.equals(MANAGED_PREFERENCES)) {
            content.findDict("PayloadContent").ifPresent(domains -> domains(domains, path.key("PayloadContent")));
        } else if (addsUp(type)) {
            claims.addAll(ItemClaims.of(type, content, path));
        } else if (!OWN_PROFILE.contains(type)) {
            settings(type, FORCED, content, path);
        }
    }

    private static boolean addsUp(String type) {
        return !type.equals(MCX)
                && Catalogue.apple().find(type).filter(PayloadType::multiple).isPresent();
    }

    private void domains(Dict domains, KeyPath path) {
        domains.entries().forEach((domain, states) -> {
            if (states instanceof Dict dict) {
                dict.entries().forEach((state, entries) -> entries(domain, state, entries, path.key(domain)));
            }
        });
    }

    private void entries(String domain, String state, PlistValue entries, KeyPath path) {
        if (entries instanceof PlistValue.Array array) {
            for (int index = 0; index < array.items().size(); index++) {
                KeyPath settings = path.key(state).item(index).key("mcx_preference_settings");
                if (array.items().get(index) instanceof Dict entry) {
                    entry.findDict("mcx_preference_settings")
                            .ifPresent(dict -> preferences(domain, state, dict, settings));
                }
            }
        }
    }

    private void preferences(String domain, String state, Dict content, KeyPath path) {
        if (addsUp(domain)) {
            claims.addAll(ItemClaims.of(domain, content, path));
        } else {
            settings(domain, state, content, path);
        }
    }

    /** Keys that describe the payload itself are no settings. */
    private void settings(String type, String state, Dict content, KeyPath path) {
        for (Map.Entry<String, PlistValue> setting : content.entries().entrySet()) {
            String key = setting.getKey();
            if (!key.startsWith("Payload")) {
                claims.add(
                        new Claim(List.of(type, state, key), setting.getValue(), path.key(key), Contest.SETTING, type));
            }
        }
    }
}
