// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.plist.Bytes;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A walk over the JSON of an answer that takes what it knows and skips the rest unread, so that a long
 * payload in between costs no memory. What is null or of another kind than expected counts as absent.
 */
public final class Json {
    private static final int MAXIMUM_DEPTH = 64;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAXIMUM_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;

    private Json(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * What a reader makes of a body that is one JSON object.
     *
     * @return nothing when the body is anything else, names a field twice, or goes on after its end
     */
    public static <T> Optional<T> read(Bytes body, Function<Json, T> reader) {
        return readValue(
                        body,
                        json -> json.parser.currentToken() == JsonToken.START_OBJECT
                                ? Optional.of(reader.apply(json))
                                : Optional.<T>empty())
                .flatMap(value -> value);
    }

    /**
     * What a reader makes of a body that is one JSON value of any kind.
     *
     * @return nothing when the body is anything else, names a field twice, or goes on after its end
     */
    public static <T> Optional<T> readValue(Bytes body, Function<Json, T> reader) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body.toArray())) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            T value = reader.apply(new Json(parser));
            return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** An object with one field, a list of texts. */
    public static String write(String field, List<String> texts) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeArrayPropertyStart(field);
            texts.forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toString();
    }

    /** A text as it stands in JSON, in its quotes. */
    public static String quoted(String text) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeString(text);
        }
        return out.toString();
    }

    /** Goes through the fields of an object; for each the reader asks one of the other methods, or none. */
    public void fields(Consumer<String> reader) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            reader.accept(name);
            // After a reader that asked nothing; after one that did, this does nothing.
            parser.skipChildren();
        }
    }

    /** Goes through the items of an array, as {@link #fields} does; what is no array has none. */
    public void items(Runnable reader) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            reader.run();
            parser.skipChildren();
        }
    }

    /** The text in one field of the object here, or nothing. */
    public Optional<String> text(String field) {
        String[] found = {""};
        fields(name -> {
            if (name.equals(field)) {
                found[0] = text().orElse("");
            }
        });
        return Optional.of(found[0]).filter(text -> !text.isEmpty());
    }

    /** The text here, or nothing when it is none or is empty. */
    public Optional<String> text() {
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? Optional.of(parser.getString()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** The whole number here, or nothing. */
    public Optional<Long> whole() {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                ? Optional.of(parser.getLongValue())
                : Optional.empty();
    }

    /** Whether true stands here. */
    public boolean isTrue() {
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    /** Whether null stands here. */
    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** Whether an array stands here. */
    public boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }
}
