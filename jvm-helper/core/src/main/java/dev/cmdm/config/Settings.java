// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is set, each value with its origin. Earlier layers win: flags, then the environment, then files. */
public final class Settings {
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

    /** What the layers say together. */
    public static Settings of(List<Map<Setting, Value>> layers) {
        Map<Setting, Value> merged = new EnumMap<>(Setting.class);
        layers.forEach(layer -> layer.forEach(merged::putIfAbsent));
        return new Settings(merged);
    }

    /** What is set, or nothing. */
    public Optional<Value> find(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /**
     * A whole number.
     *
     * @throws ConfigurationException when it is set to something else
     */
    public int count(Setting setting, int otherwise) {
        Optional<Value> value = find(setting);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.orElseThrow().text());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(setting, "a whole number from 0 up");
        }
        throw wrong(setting, "a whole number from 0 up");
    }

    /**
     * True or false.
     *
     * @throws ConfigurationException when it is set to something else
     */
    public boolean flag(Setting setting, boolean otherwise) {
        Optional<String> text = find(setting).map(Value::text);
        if (text.isEmpty()) {
            return otherwise;
        }
        return switch (text.orElseThrow()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(setting, "true or false");
        };
    }

    /** An error about a setting, with where it was set and what it must be; never with its value. */
    public ConfigurationException wrong(Setting setting, String expected) {
        String origin =
                find(setting).map(value -> " (set by " + value.origin() + ")").orElse("");
        return new ConfigurationException(setting.word() + origin + " must be " + expected);
    }
}
