// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import dev.cmdm.plist.PlistValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** One payload in a listing, and where macOS puts its settings. */
final class ListedPayload {
    private static final String CONTENT = "PayloadContent";
    /** What a listing calls the PayloadContent of com.apple.ManagedClient.preferences, one level down. */
    private static final String MANAGED_CONTENT = "PayloadContentManagedPreferences";

    private ListedPayload() {}

    static InstalledPayload of(PlistValue.Dict item) {
        String type = text(item, "PayloadType");
        PlistValue.Dict lifted = item.findDict(CONTENT).orElse(PlistValue.Dict.empty());
        return new InstalledPayload(
                type,
                text(item, "PayloadIdentifier"),
                text(item, "PayloadUUID"),
                type.equals("com.apple.ManagedClient.preferences") ? asSent(lifted) : lifted,
                Described.payload(item));
    }

    private static PlistValue.Dict asSent(PlistValue.Dict lifted) {
        Map<String, PlistValue> settings = new LinkedHashMap<>();
        lifted.entries().forEach((key, value) -> settings.put(key.equals(MANAGED_CONTENT) ? CONTENT : key, value));
        return new PlistValue.Dict(settings);
    }

    private static String text(PlistValue.Dict item, String key) {
        return item.findText(key).orElse("");
    }
}
