// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.config;

import dev.cmdm.config.Settings.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one place sets: flags, a session, the environment or a file.
 *
 * @param values what it sets
 * @param secrets where the secrets come from that profiles may ask for, by their names; only a file says that
 * @param problems what it names that is no setting, one phrase each
 */
public record Layer(Map<Setting, Value> values, Map<String, Value> secrets, List<String> problems) {
    /** What names of secrets begin with. */
    private static final String SECRETS = "secrets.";

    public Layer {
        values = Map.copyOf(values);
        secrets = Map.copyOf(secrets);
        problems = List.copyOf(problems);
    }

    /** Named settings, as a caller gave them. */
    public static Layer named(Map<String, String> given, String origin) {
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        List<String> problems = new ArrayList<>();
        given.forEach((name, text) -> Setting.find(name)
                .ifPresentOrElse(
                        setting -> values.put(setting, new Value(text, origin)),
                        () -> problems.add(origin + " sets " + name + why(name))));
        return new Layer(values, Map.of(), problems);
    }

    /** What a file sets, secrets among it. */
    static Layer file(Map<String, String> given, String origin) {
        Map<String, String> settings = new LinkedHashMap<>(given);
        Map<String, Value> secrets = new LinkedHashMap<>();
        given.forEach((name, text) -> {
            if (name.startsWith(SECRETS)) {
                settings.remove(name);
                secrets.put(name.substring(SECRETS.length()), new Value(text, origin));
            }
        });
        Layer named = named(settings, origin);
        return new Layer(named.values(), secrets, named.problems());
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
        return new Layer(values, Map.of(), List.of());
    }

    private static String why(String name) {
        return name.startsWith(SECRETS)
                ? ", which only a file of settings may"
                : ", which is no setting; there are " + known();
    }

    private static String known() {
        return Stream.of(Setting.values()).map(Setting::word).collect(Collectors.joining(", "));
    }
}
