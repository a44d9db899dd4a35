// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.profile.ProfileDiff;
import dev.cmdm.profile.ProfileDiff.Change;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what two profiles differ in as a JSON object of one line. */
public final class DiffWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private DiffWriter() {}

    /**
     * The difference, without the line's end.
     *
     * @param values whether to write values, as property-list JSON, under {@code before} and {@code after}; those of
     *     secrets, and of whole dictionaries and arrays, which could hold one, are left out even then
     */
    public static String write(ProfileDiff diff, boolean values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeBooleanProperty("equal", diff.equal());
            json.writeBooleanProperty("onlyUuids", diff.onlyUuids());
            json.writeBooleanProperty("onlyForm", diff.onlyForm());
            json.writeArrayPropertyStart("changes");
            diff.changes().forEach(change -> change(json, change, values));
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void change(JsonGenerator json, Change change, boolean values) {
        json.writeStartObject();
        json.writeStringProperty("keyPath", change.keyPath());
        json.writeStringProperty("kind", change.kind().word());
        if (values) {
            change.before().ifPresent(value -> DiffValues.write(json, "before", value));
            change.after().ifPresent(value -> DiffValues.write(json, "after", value));
        }
        json.writeEndObject();
    }
}
