// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.answer.Result;
import dev.cmdm.scaffold.Loss;
import dev.cmdm.scaffold.Scaffold;
import tools.jackson.core.JsonGenerator;

/** Writes what became of an import; what the files hold is left out, for they hold settings. */
final class ImportWriter {
    private ImportWriter() {}

    static void write(JsonGenerator json, Result.Imported imported) {
        json.writeName("device");
        StateWriter.device(json, imported.device(), true);
        json.writeStringProperty("folder", imported.folder());
        json.writeArrayPropertyStart("files");
        imported.scaffold().files().forEach(file -> json.writeString(file.name()));
        json.writeEndArray();
        json.writeArrayPropertyStart("imported");
        imported.scaffold().profiles().forEach(entry -> entry(json, entry));
        json.writeEndArray();
        json.writeArrayPropertyStart("warnings");
        imported.warnings().forEach(json::writeString);
        json.writeEndArray();
    }

    private static void entry(JsonGenerator json, Scaffold.Entry entry) {
        json.writeStartObject();
        StateWriter.key(json, entry.key());
        json.writeStringProperty("origin", AnswerWriter.word(entry.origin()));
        if (!entry.file().isEmpty()) {
            json.writeStringProperty("file", entry.file());
        }
        json.writeBooleanProperty("proven", entry.proven());
        json.writeArrayPropertyStart("losses");
        entry.losses().forEach(loss -> loss(json, loss));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void loss(JsonGenerator json, Loss loss) {
        json.writeStartObject();
        json.writeStringProperty("code", loss.code().word());
        json.writeStringProperty("keyPath", loss.keyPath());
        json.writeStringProperty("text", loss.text());
        json.writeEndObject();
    }
}
