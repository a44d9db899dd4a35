// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.config;

import dev.cmdm.config.Settings.Value;
import java.util.EnumMap;
import java.util.Map;

/** Layers of settings: from flags or a session, and from the environment. */
public final class Layers {
    private Layers() {}

    /**
     * Named settings, as a caller gave them.
     *
     * @throws ConfigurationException when a name is no setting
     */
    public static Map<Setting, Value> named(Map<String, String> values, String origin) {
        Map<Setting, Value> layer = new EnumMap<>(Setting.class);
        values.forEach((name, value) -> layer.put(setting(name, origin), new Value(value, origin)));
        return layer;
    }

    /** What variables of the environment set. */
    public static Map<Setting, Value> environment(Map<String, String> environment) {
        Map<Setting, Value> layer = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.variable());
            if (value != null && !value.isEmpty()) {
                layer.put(setting, new Value(value, setting.variable()));
            }
        }
        return layer;
    }

    private static Setting setting(String name, String origin) {
        return Setting.find(name)
                .orElseThrow(() -> new ConfigurationException(
                        origin + " sets " + name + ", which is no setting; there are " + known()));
    }

    private static String known() {
        StringBuilder names = new StringBuilder();
        for (Setting setting : Setting.values()) {
            names.append(names.isEmpty() ? "" : ", ").append(setting.word());
        }
        return names.toString();
    }
}
