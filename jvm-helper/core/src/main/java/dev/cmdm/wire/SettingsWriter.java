// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.config.Settings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the settings that hold as one JSON document: by name, each with its value and origin. */
public final class SettingsWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private SettingsWriter() {}

    /** One line, without a line end. */
    public static String write(Settings settings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            settings.shown().forEach((name, value) -> {
                json.writeObjectPropertyStart(name);
                json.writeStringProperty("value", value.text());
                json.writeStringProperty("origin", value.origin());
                json.writeEndObject();
            });
            json.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
