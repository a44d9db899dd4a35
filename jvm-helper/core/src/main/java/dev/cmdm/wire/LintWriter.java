// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.answer.LintedFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what lint says of one file as a JSON object of one line. */
public final class LintWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private LintWriter() {}

    /** All that there is to say of one file, without the line's end. */
    public static String write(LintedFile linted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("file", linted.file());
            if (linted instanceof LintedFile.Looked looked) {
                json.writeStringProperty("identifier", looked.identifier());
                FindingWriter.write(json, looked.findings());
            } else {
                error(json, (LintedFile.Broken) linted);
            }
            json.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void error(JsonGenerator json, LintedFile.Broken broken) {
        json.writeObjectPropertyStart("error");
        json.writeStringProperty("class", broken.error().errorClass());
        json.writeStringProperty("message", broken.message());
        json.writeEndObject();
    }
}
