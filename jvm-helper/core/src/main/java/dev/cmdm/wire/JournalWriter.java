// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.answer.Result;
import dev.cmdm.answer.Standing;
import dev.cmdm.journal.History;
import dev.cmdm.plan.Pending;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Writes what the journal and the history tell. */
final class JournalWriter {
    private JournalWriter() {}

    static void write(JsonGenerator json, Result.Status status) {
        json.writeArrayPropertyStart("commands");
        status.standings().forEach(standing -> standing(json, standing));
        json.writeEndArray();
        json.writeArrayPropertyStart("notes");
        status.notes().forEach(json::writeString);
        json.writeEndArray();
    }

    static void write(JsonGenerator json, Result.Past past) {
        json.writeArrayPropertyStart("events");
        past.lines().forEach(line -> event(json, line));
        json.writeEndArray();
    }

    static void write(JsonGenerator json, Result.Released released) {
        json.writeArrayPropertyStart("released");
        released.profiles().forEach(key -> {
            json.writeStartObject();
            StateWriter.key(json, key);
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void standing(JsonGenerator json, Standing standing) {
        Pending sent = standing.sent();
        json.writeStartObject();
        StateWriter.key(json, sent.key());
        json.writeStringProperty("action", sent.removes() ? "remove" : "install");
        json.writeStringProperty("outcome", standing.failed() ? "failed" : "pending");
        json.writeStringProperty("code", standing.code().word());
        json.writeStringProperty("owner", sent.owner().name());
        json.writeStringProperty("commandUuid", sent.commandUuid());
        json.writeStringProperty("since", sent.sentAt().toString());
        json.writeNumberProperty("attempt", sent.attempt());
        sent.looks().seenAt().ifPresent(at -> json.writeStringProperty("queuedAt", at.toString()));
        sent.report().ifPresent(told -> report(json, told));
        json.writeStringProperty("next", standing.next().toString());
        json.writeEndObject();
    }

    private static void report(JsonGenerator json, Pending.Report told) {
        json.writeObjectPropertyStart("report");
        json.writeStringProperty("at", told.at().toString());
        json.writeStringProperty(
                "status", told.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeArrayPropertyStart("words");
        told.words().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void event(JsonGenerator json, History.Line line) {
        json.writeStartObject();
        json.writeStringProperty("at", line.event().at().toString());
        json.writeStringProperty("program", line.program());
        json.writeStringProperty("owner", line.event().owner());
        json.writeStringProperty("event", line.event().word());
        json.writeStringProperty("profile", line.event().profile());
        json.writeStringProperty("text", line.event().text());
        json.writeEndObject();
    }
}
