// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is set, each value with its origin, and all of it what it must be. Earlier layers win: flags,
 * then the environment, then files.
 */
public final class Settings {
    private static final String DEFAULT = "default";

    private final Map<Setting, Value> values;

    private Settings(Map<Setting, Value> values) {
        this.values = values;
    }

    /**
     * One value.
     *
     * @param text as written
     * @param origin where: a flag, a variable, a file
     */
    public record Value(String text, String origin) {}

    /**
     * What the layers say together.
     *
     * @throws ConfigurationException naming everything in any layer that is no setting, or not what it must be
     */
    public static Settings of(List<Layer> layers) {
        return of(layers, Map.of());
    }

    /**
     * What the layers say together, where settings are limited to words that this package does not know.
     *
     * @param words what such a setting may be; case does not count
     * @throws ConfigurationException naming everything in any layer that is no setting, or not what it must be
     */
    public static Settings of(List<Layer> layers, Map<Setting, List<String>> words) {
        Map<Setting, Value> merged = new EnumMap<>(Setting.class);
        List<String> problems = new ArrayList<>();
        for (Layer layer : layers) {
            problems.addAll(layer.problems());
            layer.values().forEach((setting, value) -> {
                findProblem(setting, value, words.get(setting)).ifPresent(problems::add);
                merged.putIfAbsent(setting, value);
            });
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join("; also ", problems));
        }
        return new Settings(merged);
    }

    /** What is set, or nothing. */
    public Optional<Value> find(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /** What holds: what is set, else the default; nothing when there is neither. */
    public Optional<Value> findEffective(Setting setting) {
        return find(setting)
                .or(() -> Optional.of(new Value(setting.byDefault(), DEFAULT))
                        .filter(value -> !value.text().isEmpty()));
    }

    /** A whole number: what is set, else the default. */
    public int count(Setting setting) {
        return Integer.parseInt(findEffective(setting).orElseThrow().text());
    }

    /** True or false: what is set, else the default. */
    public boolean flag(Setting setting) {
        return Boolean.parseBoolean(findEffective(setting).orElseThrow().text());
    }

    /** Everything that holds, in the order of {@link Setting}, as it may be shown to people. */
    public Map<Setting, Value> shown() {
        Map<Setting, Value> shown = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            findEffective(setting)
                    .ifPresent(value ->
                            shown.put(setting, new Value(setting.kind().shown(value.text()), value.origin())));
        }
        return shown;
    }

    /** Never with the value: it may be a secret that stands in place of its source. */
    private static String mustBe(Setting setting, Value value, String what) {
        return setting.word() + " (set by " + value.origin() + ") must be " + what;
    }

    private static Optional<String> findProblem(Setting setting, Value value, @Nullable List<String> words) {
        if (!setting.kind().accepts(value.text())) {
            return Optional.of(mustBe(setting, value, setting.kind().words()));
        }
        return words == null || words.contains(value.text().strip().toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(mustBe(setting, value, String.join(" or ", words)));
    }
}
