// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values in a file of golden cases, as its README describes them. */
final class Yaml {
    private Yaml() {}

    /** The entries of a list by its name; none when it is missing. */
    static List<Map<String, Object>> entries(Map<String, Object> scenario, String name) {
        return ((List<?>) scenario.getOrDefault(name, List.of()))
                .stream().map(Yaml::entry).toList();
    }

    /** {@code com.acme.dock} alone, or {@code com.acme.dock: {…}}. */
    static Map<String, Object> entry(Object item) {
        if (item instanceof String id) {
            return Map.of("id", id);
        }
        Map.Entry<String, Object> only = map(item).entrySet().iterator().next();
        Map<String, Object> entry = new LinkedHashMap<>(map(only.getValue()));
        entry.put("id", only.getKey());
        return entry;
    }

    static ProfileKey key(Map<String, Object> entry) {
        ProfileIdentifier identifier = new ProfileIdentifier((String) entry.get("id"));
        String user = text(entry, "user", "");
        boolean users = text(entry, "scope", "System").equals("User") || !user.isEmpty();
        return !users ? ProfileKey.system(identifier) : new ProfileKey(identifier, Scope.USER, user);
    }

    static Optional<Instant> moment(Map<String, Object> entry, String name) {
        return Optional.ofNullable(entry.get(name)).map(ago -> before((String) ago));
    }

    /** So long before the time of the scenario. */
    static Instant before(String span) {
        return ScenarioFile.NOW.minus(span(span));
    }

    /** {@code 5 min}, {@code 40 s}, {@code 25 h}. */
    static Duration span(String span) {
        String[] parts = span.split(" ", -1);
        long amount = Long.parseLong(parts[0]);
        return switch (parts[1]) {
            case "s" -> Duration.ofSeconds(amount);
            case "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> throw new IllegalArgumentException("no such unit: " + span);
        };
    }

    static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static String text(Map<String, Object> map, String name, String otherwise) {
        return (String) map.getOrDefault(name, otherwise);
    }

    static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    static void only(Map<String, Object> map, String... names) {
        Set<String> unknown = new java.util.TreeSet<>(map.keySet());
        unknown.removeAll(Set.of(names));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown words " + unknown);
        }
    }
}
