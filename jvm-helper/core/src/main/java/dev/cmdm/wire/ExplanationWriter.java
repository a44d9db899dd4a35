// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.answer.Explanation;
import dev.cmdm.catalog.Lifetime;
import dev.cmdm.catalog.PayloadKey;
import dev.cmdm.catalog.PayloadType;
import dev.cmdm.device.MacOsVersion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what Apple says of a payload type or key as a JSON object of one line. */
public final class ExplanationWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ExplanationWriter() {}

    /** All of it, without the line's end. */
    public static String write(Explanation explanation) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            type(json, explanation.type());
            explanation
                    .key()
                    .ifPresentOrElse(
                            key -> named(json, explanation.keyPath(), key),
                            () -> keys(json, explanation.type().keys()));
            json.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void type(JsonGenerator json, PayloadType type) {
        json.writeStringProperty("type", type.name());
        texts(
                json,
                "titles",
                type.files().stream().map(PayloadType.SchemaFile::title).toList());
        texts(
                json,
                "sources",
                type.files().stream().map(PayloadType.SchemaFile::name).toList());
        json.writeStringProperty("delivery", type.delivery().word());
        lifetime(json, type.lifetime());
        json.writeBooleanProperty("multiple", type.multiple());
        json.writeBooleanProperty("deviceChannel", type.deviceChannel());
        json.writeBooleanProperty("userChannel", type.userChannel());
    }

    private static void named(JsonGenerator json, String path, PayloadKey key) {
        json.writeStringProperty("keyPath", path);
        json.writeName("key");
        key(json, key);
    }

    private static void keys(JsonGenerator json, List<PayloadKey> keys) {
        json.writeArrayPropertyStart("keys");
        keys.forEach(key -> key(json, key));
        json.writeEndArray();
    }

    private static void key(JsonGenerator json, PayloadKey key) {
        json.writeStartObject();
        json.writeStringProperty("name", key.name());
        json.writeStringProperty("kind", key.kind().word());
        texts(
                json,
                "traits",
                key.traits().stream()
                        .sorted()
                        .map(trait -> AnswerWriter.word(trait))
                        .toList());
        lifetime(json, key.lifetime());
        text(json, "default", key.usual());
        texts(json, "allowed", key.limits().allowed());
        text(json, "least", key.limits().least().map(bound -> bound.toPlainString()));
        text(json, "most", key.limits().most().map(bound -> bound.toPlainString()));
        text(json, "format", key.limits().format());
        json.writeStringProperty("source", key.file());
        keys(json, key.members());
        json.writeEndObject();
    }

    private static void lifetime(JsonGenerator json, Lifetime lifetime) {
        text(json, "introduced", lifetime.introduced().map(MacOsVersion::toString));
        text(json, "deprecated", lifetime.deprecated().map(MacOsVersion::toString));
        text(json, "removed", lifetime.removed().map(MacOsVersion::toString));
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, Optional<String> text) {
        json.writeName(name);
        text.ifPresentOrElse(json::writeString, json::writeNull);
    }
}
