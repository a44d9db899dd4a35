// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.config.Settings;
import java.util.List;
import java.util.Map;

/** The settings that hold, as people read them. */
public final class SettingsText {
    private SettingsText() {}

    /**
     * One line for each.
     *
     * @param origin whether to say where each was set
     */
    public static List<String> lines(Settings settings, boolean origin) {
        Map<String, Settings.Value> shown = settings.shown();
        int names = Column.width(List.copyOf(shown.keySet()));
        int texts =
                Column.width(shown.values().stream().map(Settings.Value::text).toList());
        return shown.entrySet().stream()
                .map(entry -> {
                    String line = Column.pad(entry.getKey(), names) + "   ";
                    Settings.Value value = entry.getValue();
                    return origin
                            ? line + Column.pad(value.text(), texts) + "   " + value.origin()
                            : line + value.text();
                })
                .toList();
    }
}
