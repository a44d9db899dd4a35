// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.config;

import dev.cmdm.config.Settings.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one place sets: flags, a session, the environment or a file.
 *
 * @param values what it sets
 * @param problems what it names that is no setting, one phrase each
 */
public record Layer(Map<Setting, Value> values, List<String> problems) {
    public Layer {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }

    /** Named settings, as a caller gave them. */
    public static Layer named(Map<String, String> given, String origin) {
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        List<String> problems = new ArrayList<>();
        given.forEach((name, text) -> Setting.find(name)
                .ifPresentOrElse(
                        setting -> values.put(setting, new Value(text, origin)),
                        () -> problems.add(origin + " sets " + name + ", which is no setting; there are " + known())));
        return new Layer(values, problems);
    }

    /** What variables of the environment set. */
    public static Layer environment(Map<String, String> environment) {
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String text = environment.get(setting.variable());
            if (text != null && !text.isEmpty()) {
                values.put(setting, new Value(text, setting.variable()));
            }
        }
        return new Layer(values, List.of());
    }

    private static String known() {
        return Stream.of(Setting.values()).map(Setting::word).collect(Collectors.joining(", "));
    }
}
