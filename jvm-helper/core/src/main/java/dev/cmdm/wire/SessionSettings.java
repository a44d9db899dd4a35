// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.config.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the settings with which a session is opened, as names of settings and their text. */
final class SessionSettings {
    private static final List<String> PRODUCTS =
            List.of("micromdm", "nanomdm", "nanohub", "mdmdirector", "workspaceone", "jamf", "fleet");
    private static final String MDM = "mdm.";
    private static final List<String> SOURCES = List.of("env:", "file:", "command:", "keychain:");

    private SessionSettings() {}

    static Map<String, String> read(JsonObject config) {
        Map<String, String> settings = new LinkedHashMap<>();
        config.findObject("mdm").ifPresent(mdm -> mdm(mdm, settings));
        if (config.has("credentialOnDevice")) {
            settings.put("credential_on_device", Boolean.toString(config.flag("credentialOnDevice", false)));
        }
        return settings;
    }

    private static void mdm(JsonObject mdm, Map<String, String> settings) {
        mdm.findText("product").ifPresent(product -> {
            require(PRODUCTS.contains(product), mdm, "product", "one of " + String.join(", ", PRODUCTS));
            settings.put("mdm.product", product);
        });
        mdm.findText("url").ifPresent(url -> {
            require(url.startsWith("https://") || url.startsWith("http://"), mdm, "url", "a URL");
            settings.put("mdm.url", url);
        });
        mdm.findText("credential").ifPresent(source -> {
            require(SOURCES.stream().anyMatch(source::startsWith), mdm, "credential", "a source, such as file:/path");
            settings.put("mdm.credential", source);
        });
        for (Setting setting : Setting.values()) {
            if (setting.word().startsWith(MDM)) {
                further(mdm, setting.word(), settings);
            }
        }
    }

    /** What only some products have, by its name in camel case: {@code tenantCode} for {@code mdm.tenant_code}. */
    private static void further(JsonObject mdm, String word, Map<String, String> settings) {
        String name = camel(word.substring(MDM.length()));
        if (mdm.has(name) && !settings.containsKey(word)) {
            Object value = mdm.raw(name);
            require(
                    value instanceof String || value instanceof Number || value instanceof Boolean,
                    mdm,
                    name,
                    "a text, a number, or true or false");
            settings.put(word, String.valueOf(value));
        }
    }

    private static String camel(String snake) {
        StringBuilder camel = new StringBuilder();
        for (String part : snake.split("_", -1)) {
            camel.append(camel.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return camel.toString();
    }

    /** A credential given in place of its source is refused without being repeated. */
    private static void require(boolean right, JsonObject object, String name, String expected) {
        if (!right) {
            throw object.wrong(name, expected);
        }
    }
}
