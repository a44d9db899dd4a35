// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.answer.Answer;
import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Event;
import dev.cmdm.answer.Result;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes events and answers as lines of the contract: one JSON document each, without a line end. */
public final class AnswerWriter {
    private static final int CONTRACT = 1;
    private static final JsonFactory FACTORY = new JsonFactory();

    private AnswerWriter() {}

    /** One answer as UTF-8. */
    public static byte[] write(Answer answer) {
        return line(answer.id(), json -> {
            if (answer instanceof Answer.Success success) {
                json.writeName("result");
                result(json, success.result());
            } else {
                error(json, ((Answer.Failure) answer).error());
            }
        });
    }

    /** One event of a request as UTF-8. */
    public static byte[] write(String id, Event event) {
        return line(id, json -> {
            json.writeObjectPropertyStart("event");
            json.writeStringProperty("kind", word(event.kind()));
            if (!event.step().isEmpty()) {
                json.writeStringProperty("step", event.step());
            }
            json.writeStringProperty("text", event.text());
            json.writeEndObject();
        });
    }

    private interface Body {
        void write(JsonGenerator json);
    }

    private static byte[] line(String id, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeNumberProperty("contract", CONTRACT);
            json.writeStringProperty("id", id);
            body.write(json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void result(JsonGenerator json, Result result) {
        json.writeStartObject();
        if (result instanceof Result.Opened opened) {
            opened(json, opened);
        } else if (result instanceof Result.State state) {
            StateWriter.write(json, state);
        } else if (result instanceof Result.Planned planned) {
            PlanWriter.write(json, planned);
        } else if (result instanceof Result.Status status) {
            JournalWriter.write(json, status);
        } else if (result instanceof Result.Past past) {
            JournalWriter.write(json, past);
        } else if (result instanceof Result.Released released) {
            JournalWriter.write(json, released);
        } else if (result instanceof Result.Linted linted) {
            json.writeNumberProperty("linted", linted.profiles());
            FindingWriter.write(json, linted.findings());
        } else if (result instanceof Result.Imported imported) {
            ImportWriter.write(json, imported);
        } else if (result instanceof Result.Commanded commanded) {
            commanded(json, commanded);
        } else {
            checked(json, (Result.Checked) result);
        }
        json.writeEndObject();
    }

    private static void opened(JsonGenerator json, Result.Opened opened) {
        json.writeArrayPropertyStart("contracts");
        opened.contracts().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeArrayPropertyStart("operations");
        opened.operations().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("version", opened.version());
        json.writeStringProperty("jarSha256", opened.jarSha256());
    }

    private static void commanded(JsonGenerator json, Result.Commanded commanded) {
        json.writeObjectPropertyStart("command");
        json.writeStringProperty("requestType", commanded.requestType());
        if (!commanded.commandUuid().isEmpty()) {
            json.writeStringProperty("commandUuid", commanded.commandUuid());
        }
        json.writeStringProperty("outcome", word(commanded.outcome()));
        json.writeStringProperty("text", commanded.text());
        commanded.error().ifPresent(error -> error(json, error));
        json.writeEndObject();
    }

    private static void checked(JsonGenerator json, Result.Checked checked) {
        json.writeArrayPropertyStart("lines");
        for (Result.DoctorLine line : checked.lines()) {
            json.writeStartObject();
            json.writeStringProperty("status", word(line.status()));
            json.writeStringProperty("subject", line.subject());
            json.writeStringProperty("text", line.text());
            json.writeStringProperty("hint", line.hint());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes an error under the name {@code error}. */
    static void error(JsonGenerator json, ErrorInfo error) {
        json.writeObjectPropertyStart("error");
        json.writeStringProperty("class", error.errorClass());
        json.writeStringProperty("message", error.message());
        json.writeStringProperty("where", error.where());
        json.writeStringProperty("hint", error.hint());
        json.writeNumberProperty("exit", error.exit());
        json.writeBooleanProperty("retryable", error.retryable());
        json.writeEndObject();
    }

    /** The word of a constant in JSON, such as {@code user-approved}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
