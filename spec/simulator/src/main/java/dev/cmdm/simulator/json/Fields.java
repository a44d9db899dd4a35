// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.json;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a JSON object, read by name. Every method throws {@link BadFieldException} for a value of the wrong kind;
 * {@link #end()} does so for fields that nobody read, so that a misspelt one is not passed over.
 */
public final class Fields {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final double MILLIS = 1000;
    private static final double LONGEST_SECONDS = 86_400;

    private final String place;
    private final JsonNode object;
    private final Set<String> read = new HashSet<>();

    private Fields(String place, JsonNode object) {
        if (!object.isObject()) {
            throw new BadFieldException(place, "a JSON object is expected");
        }
        this.place = place;
        this.object = object;
    }

    /**
     * The object in this text.
     *
     * @param place how errors call the document
     */
    public static Fields parse(String place, String json) {
        return new Fields(place, tree(place, json));
    }

    /** The object itself, for a reader of its own. */
    public JsonNode node() {
        return object;
    }

    /** True when the object has this field and it is not null. */
    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** The text under this name, which must be there. */
    public String text(String name) {
        return findText(name).orElseThrow(() -> wrong(name, "text is expected"));
    }

    /** The text under this name. */
    public Optional<String> findText(String name) {
        return find(name)
                .map(value -> expect(name, value, JsonNode::isString, "text is expected")
                        .stringValue());
    }

    /** The number under this name. */
    public Optional<Integer> findInteger(String name) {
        return find(name)
                .map(value -> expect(name, value, JsonNode::canConvertToInt, "a whole number is expected")
                        .intValue());
    }

    /** True or false under this name; false when it is missing. */
    public boolean flag(String name) {
        return find(name)
                .map(value -> expect(name, value, JsonNode::isBoolean, "true or false is expected")
                        .booleanValue())
                .orElse(false);
    }

    /** The seconds under this name. */
    public Optional<Duration> findSeconds(String name) {
        return find(name).map(value -> seconds(name, value));
    }

    /** The list of seconds under this name; empty when it is missing. */
    public List<Duration> secondsList(String name) {
        List<Duration> list = new ArrayList<>();
        find(name)
                .map(value -> expect(name, value, JsonNode::isArray, "a list of seconds is expected"))
                .ifPresent(array -> array.forEach(value -> list.add(seconds(name, value))));
        return list;
    }

    /** The object under this name. */
    public Optional<Fields> findObject(String name) {
        return find(name).map(value -> new Fields(at(name), value));
    }

    /** The objects of the array under this name; none when it is missing. */
    public List<Fields> objects(String name) {
        return find(name).map(value -> objects(at(name), value)).orElse(List.of());
    }

    /** One of the given words, turned into what it stands for. */
    public <T> Optional<T> findWord(String name, Function<String, Optional<T>> meaning, String expected) {
        return findText(name).map(word -> meaning.apply(word).orElseThrow(() -> wrong(name, expected)));
    }

    /** An error about the field of this name. */
    public BadFieldException wrong(String name, String expected) {
        return new BadFieldException(at(name), expected);
    }

    /** Demands that every field was read. */
    public void end() {
        for (String name : object.propertyNames()) {
            if (!read.contains(name)) {
                throw new BadFieldException(at(name), "no such field is known here");
            }
        }
    }

    /** Any JSON value in this text. */
    public static JsonNode tree(String place, String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new BadFieldException(place, "is no JSON: " + e.getOriginalMessage());
        }
    }

    private static List<Fields> objects(String place, JsonNode array) {
        if (!array.isArray()) {
            throw new BadFieldException(place, "a list is expected");
        }
        List<Fields> objects = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            objects.add(new Fields(place + "[" + i + "]", array.get(i)));
        }
        return objects;
    }

    private Duration seconds(String name, JsonNode value) {
        double seconds =
                expect(name, value, JsonNode::isNumber, "seconds are expected").doubleValue();
        if (!(seconds >= 0 && seconds <= LONGEST_SECONDS)) {
            throw wrong(name, "0 to 86400 seconds are expected");
        }
        return Duration.ofMillis(Math.round(seconds * MILLIS));
    }

    private Optional<JsonNode> find(String name) {
        read.add(name);
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }

    private JsonNode expect(String name, JsonNode value, Predicate<JsonNode> kind, String expected) {
        if (!kind.test(value)) {
            throw wrong(name, expected);
        }
        return value;
    }

    private String at(String name) {
        return place + "." + name;
    }
}
