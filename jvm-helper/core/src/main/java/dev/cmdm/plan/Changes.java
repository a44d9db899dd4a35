// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.installed.InstalledPayload;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Payload;
import dev.cmdm.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which settings differ between what a Mac shows and what is declared, by key. For people only:
 * macOS lifts keys and drops secrets, so what it does not show is no difference.
 */
final class Changes {
    /** The one type whose settings stand under PayloadContent. (Apple, com.apple.ManagedClient.preferences.yaml.) */
    private static final String MANAGED_PREFERENCES = "com.apple.ManagedClient.preferences";

    private Changes() {}

    static List<Change> between(InstalledProfile there, Profile declared) {
        List<Change> changes = new ArrayList<>();
        for (Payload payload : declared.payloads()) {
            String type = Payloads.type(payload);
            Optional<InstalledPayload> shown = there.payloads().stream()
                    .filter(candidate -> candidate.type().equals(type)
                            && payload.findIdentifier()
                                    .filter(candidate.identifier()::equals)
                                    .isPresent())
                    .findFirst();
            shown.filter(candidate -> !candidate.settings().entries().isEmpty())
                    .ifPresent(candidate -> compare(type, candidate.settings(), settings(payload), changes));
        }
        return changes;
    }

    private static void compare(
            String type, PlistValue.Dict shown, Map<String, PlistValue> declared, List<Change> changes) {
        TreeSet<String> keys = new TreeSet<>(shown.entries().keySet());
        keys.addAll(declared.keySet());
        for (String key : keys) {
            PlistValue before = shown.entries().get(key);
            PlistValue after = declared.get(key);
            if (!Objects.equals(before, after)) {
                changes.add(new Change(type, key, kind(before == null, after == null)));
            }
        }
    }

    private static Change.Kind kind(boolean added, boolean removed) {
        if (added) {
            return Change.Kind.ADDED;
        }
        return removed ? Change.Kind.REMOVED : Change.Kind.CHANGED;
    }

    /** The settings as the listing would lift them: without the keys that describe the payload itself. */
    private static Map<String, PlistValue> settings(Payload payload) {
        Map<String, PlistValue> settings = new TreeMap<>(payload.content().entries());
        boolean managed = Payloads.type(payload).equals(MANAGED_PREFERENCES);
        settings.keySet().removeIf(key -> key.startsWith("Payload") && !(managed && key.equals("PayloadContent")));
        return settings;
    }
}
