// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.config;

import dev.cmdm.secret.SecretSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is set, each value with its origin, and all of it what it must be. Earlier layers win: flags,
 * then the environment, then files.
 */
public final class Settings {
    private static final String DEFAULT = "default";
    /** What a secret may be called, in a profile too. */
    private static final Pattern SECRET_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Map<Setting, Value> values;
    private final Map<String, Value> secrets;

    private Settings(Map<Setting, Value> values, Map<String, Value> secrets) {
        this.values = values;
        this.secrets = secrets;
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
        Map<String, Value> secrets = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (Layer layer : layers) {
            problems.addAll(layer.problems());
            layer.values().forEach((setting, value) -> {
                findProblem(setting, value, words.get(setting)).ifPresent(problems::add);
                merged.putIfAbsent(setting, value);
            });
            layer.secrets().forEach((name, value) -> {
                findWrong(name, value).ifPresent(problems::add);
                secrets.putIfAbsent(name, value);
            });
        }
        signing(merged).forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join("; also ", problems));
        }
        return new Settings(merged, secrets);
    }

    /** What is set, or nothing. */
    public Optional<Value> find(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /** Where a secret comes from that profiles may ask for by this name, or nothing. */
    public Optional<SecretSource> findSecret(String name) {
        return Optional.ofNullable(secrets.get(name)).map(value -> SecretSource.parse(value.text()));
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

    /** Everything that holds, in the order of {@link Setting}, then secrets by name, as it may be shown to people. */
    public Map<String, Value> shown() {
        Map<String, Value> shown = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            findEffective(setting)
                    .ifPresent(value ->
                            shown.put(setting.word(), new Value(setting.kind().shown(value.text()), value.origin())));
        }
        secrets.forEach((name, value) ->
                shown.put("secrets." + name, new Value(Kind.SOURCE.shown(value.text()), value.origin())));
        return shown;
    }

    /** What belongs to an identity in files, and is set beside none. */
    private static Stream<String> signing(Map<Setting, Value> merged) {
        Value identity = merged.get(Setting.SIGN_IDENTITY);
        boolean inFiles = identity != null && identity.text().startsWith("/");
        return Stream.of(Setting.SIGN_KEY, Setting.SIGN_CHAIN, Setting.SIGN_PASSWORD)
                .filter(setting -> merged.containsKey(setting) && !inFiles)
                .map(setting -> setting.word() + " is set, and sign.identity names no file; set both or neither");
    }

    private static Optional<String> findWrong(String name, Value value) {
        if (!SECRET_NAME.matcher(name).matches()) {
            return Optional.of("a name below secrets (set by " + value.origin()
                    + ") must be of letters, digits, dots, dashes and underscores and begin with a letter or digit");
        }
        return Kind.SOURCE.accepts(value.text())
                ? Optional.empty()
                : Optional.of(mustBe("secrets." + name, Kind.SOURCE.words(), value));
    }

    /** Never with the value: it may be a secret that stands in place of its source. */
    private static String mustBe(String name, String what, Value value) {
        return name + " (set by " + value.origin() + ") must be " + what;
    }

    private static Optional<String> findProblem(Setting setting, Value value, @Nullable List<String> words) {
        if (!setting.kind().accepts(value.text())) {
            return Optional.of(mustBe(setting.word(), setting.kind().words(), value));
        }
        return words == null || words.contains(value.text().strip().toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(mustBe(setting.word(), String.join(" or ", words), value));
    }
}
