// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the settings with which a session is opened: names to plain values, one level deep. */
final class SessionSettings {
    private SessionSettings() {}

    static Map<String, String> read(JsonObject config) {
        Map<String, String> settings = new LinkedHashMap<>();
        config.findObject("mdm").ifPresent(mdm -> {
            mdm.findText("product").ifPresent(value -> settings.put("mdm.product", value));
            mdm.findText("url").ifPresent(value -> settings.put("mdm.url", value));
            mdm.findText("credential").ifPresent(value -> settings.put("mdm.credential", value));
        });
        if (config.has("credentialOnDevice")) {
            settings.put("credential_on_device", Boolean.toString(config.flag("credentialOnDevice", false)));
        }
        return settings;
    }
}
