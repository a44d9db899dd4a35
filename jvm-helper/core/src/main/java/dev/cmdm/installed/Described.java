// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import dev.cmdm.plist.PlistValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a listing shows beside identity and settings, under the names that profiles and payloads have for it. A listing
 * writes true and false of ProfileRemovalDisallowed as text, and leaves the key out where it is false.
 */
final class Described {
    private static final List<String> NAMES = List.of("Version", "DisplayName", "Description", "Organization");
    private static final String LOCKED = "RemovalDisallowed";

    private Described() {}

    static PlistValue.Dict profile(PlistValue.Dict entry) {
        Map<String, PlistValue> found = under("Profile", entry);
        if (locked(entry)) {
            found.put("Payload" + LOCKED, new PlistValue.Bool(true));
        }
        return new PlistValue.Dict(found);
    }

    static PlistValue.Dict payload(PlistValue.Dict item) {
        return new PlistValue.Dict(under("Payload", item));
    }

    private static Map<String, PlistValue> under(String prefix, PlistValue.Dict shown) {
        Map<String, PlistValue> found = new LinkedHashMap<>();
        NAMES.forEach(name -> shown.find(prefix + name).ifPresent(value -> found.put("Payload" + name, value)));
        return found;
    }

    private static boolean locked(PlistValue.Dict entry) {
        return entry.find("Profile" + LOCKED)
                .filter(value -> value.equals(new PlistValue.Bool(true)) || value.equals(new PlistValue.Text("true")))
                .isPresent();
    }
}
