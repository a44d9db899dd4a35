// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Errors;
import dev.cmdm.answer.Result;
import dev.cmdm.answer.Summary;
import dev.cmdm.plan.Change;
import dev.cmdm.plan.Step;
import tools.jackson.core.JsonGenerator;

/** Writes a plan and what became of it. */
final class PlanWriter {
    private PlanWriter() {}

    static void write(JsonGenerator json, Result.Planned planned) {
        json.writeName("device");
        StateWriter.device(json, planned.header().device(), planned.header().exact());
        json.writeStringProperty("server", planned.header().server());
        json.writeStringProperty("owner", planned.header().owner());
        json.writeObjectPropertyStart("plan");
        json.writeStringProperty("digest", planned.plan().digest());
        json.writeArrayPropertyStart("steps");
        planned.plan().steps().forEach(step -> step(json, step));
        json.writeEndArray();
        json.writeEndObject();
        outcomes(json, planned);
        FindingWriter.write(json, planned.findings());
        json.writeArrayPropertyStart("delegated");
        json.writeEndArray();
        summary(json, Summary.of(planned));
    }

    private static void step(JsonGenerator json, Step step) {
        json.writeStartObject();
        json.writeStringProperty("id", step.id());
        step.key().ifPresent(key -> StateWriter.key(json, key));
        json.writeStringProperty("action", AnswerWriter.word(step.action()));
        json.writeStringProperty("route", AnswerWriter.word(step.route()));
        json.writeObjectPropertyStart("reason");
        json.writeStringProperty("code", step.reason().code().word());
        json.writeStringProperty("text", step.reason().text());
        json.writeEndObject();
        json.writeArrayPropertyStart("changes");
        step.changes().forEach(change -> change(json, change));
        json.writeEndArray();
        step.error().map(Errors::of).ifPresent(error -> AnswerWriter.error(json, error));
        json.writeEndObject();
    }

    private static void change(JsonGenerator json, Change change) {
        json.writeStartObject();
        json.writeStringProperty("payloadType", change.payloadType());
        json.writeStringProperty("keyPath", change.keyPath());
        json.writeStringProperty("kind", AnswerWriter.word(change.kind()));
        json.writeEndObject();
    }

    private static void outcomes(JsonGenerator json, Result.Planned planned) {
        json.writeArrayPropertyStart("outcomes");
        for (Result.OutcomeInfo outcome : planned.outcomes()) {
            json.writeStartObject();
            json.writeStringProperty("step", outcome.step());
            json.writeStringProperty("outcome", AnswerWriter.word(outcome.outcome()));
            if (!outcome.since().isEmpty()) {
                json.writeStringProperty("since", outcome.since());
            }
            if (!outcome.commandUuid().isEmpty()) {
                json.writeStringProperty("commandUuid", outcome.commandUuid());
            }
            json.writeStringProperty("text", outcome.text());
            outcome.error().ifPresent((ErrorInfo error) -> AnswerWriter.error(json, error));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void summary(JsonGenerator json, Summary summary) {
        json.writeObjectPropertyStart("summary");
        summary.counts().forEach(json::writeNumberProperty);
        json.writeNumberProperty("exit", summary.exit());
        json.writeEndObject();
    }
}
