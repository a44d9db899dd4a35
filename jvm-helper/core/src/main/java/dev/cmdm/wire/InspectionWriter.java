// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.answer.Inspection;
import dev.cmdm.profile.Payload;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.Signer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what was found in one file as a JSON object of one line; what a profile does not say is null. */
public final class InspectionWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private InspectionWriter() {}

    /** All that was found in one file, without the line's end. */
    public static String write(Inspection inspection) {
        return line(inspection, (json, understood) -> {
            profile(json, understood.read().profile());
            signature(json, understood.read().signed(), understood.read().signers());
            findings(json, understood);
        });
    }

    /** The fingerprint alone, or why it is withheld and for which key, without the line's end. */
    public static String writeFingerprint(Inspection inspection) {
        return line(inspection, (json, understood) -> {
            text(json, "fingerprint", understood.fingerprint().map(fingerprint -> fingerprint.hex()));
            text(json, "withheld", understood.findWithheld().map(why -> why.message()));
            text(json, "keyPath", understood.findWithheld().map(why -> why.keyPath()));
        });
    }

    private static String line(Inspection inspection, BiConsumer<JsonGenerator, Inspection.Understood> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("file", inspection.file());
            if (inspection instanceof Inspection.Understood understood) {
                fields.accept(json, understood);
            } else {
                error(json, (Inspection.Broken) inspection);
            }
            json.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void profile(JsonGenerator json, Profile profile) {
        json.writeStringProperty("identifier", profile.identifier().value());
        json.writeStringProperty("uuid", profile.uuid());
        text(json, "displayName", profile.findDisplayName());
        json.writeStringProperty("scope", AnswerWriter.word(profile.scope()));
        json.writeName("version");
        profile.findVersion().ifPresentOrElse(json::writeNumber, json::writeNull);
        json.writeBooleanProperty("removalDisallowed", profile.removalDisallowed());
        json.writeArrayPropertyStart("payloads");
        for (Payload payload : profile.payloads()) {
            json.writeStartObject();
            text(json, "type", payload.findType());
            text(json, "identifier", payload.findIdentifier());
            text(json, "uuid", payload.findUuid());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A signature that is there is valid, for a profile with a broken one is refused. */
    private static void signature(JsonGenerator json, boolean signed, List<Signer> signers) {
        json.writeBooleanProperty("signed", signed);
        json.writeArrayPropertyStart("signers");
        for (Signer signer : signers) {
            json.writeStartObject();
            json.writeStringProperty("subject", signer.subject());
            json.writeStringProperty("notAfter", signer.notAfter().toString());
            json.writeBooleanProperty("expired", signer.expired());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("signatureValid");
        if (signed) {
            json.writeBoolean(true);
        } else {
            json.writeNull();
        }
    }

    private static void findings(JsonGenerator json, Inspection.Understood understood) {
        text(json, "fingerprint", understood.fingerprint().map(fingerprint -> fingerprint.hex()));
        json.writeBooleanProperty("needsMdm", understood.needs().mdm());
        json.writeBooleanProperty("needsUserApproval", understood.needs().userApproval());
        json.writeArrayPropertyStart("mdmOnlyKeys");
        understood.needs().mdmOnlyKeys().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("warnings");
        for (Inspection.Warning warning : understood.warnings()) {
            json.writeStartObject();
            json.writeStringProperty("class", warning.warningClass());
            json.writeStringProperty("keyPath", warning.keyPath());
            json.writeStringProperty("message", warning.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void error(JsonGenerator json, Inspection.Broken broken) {
        json.writeObjectPropertyStart("error");
        json.writeStringProperty("class", broken.error().errorClass());
        json.writeStringProperty("message", broken.message());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, Optional<String> text) {
        json.writeName(name);
        text.ifPresentOrElse(json::writeString, json::writeNull);
    }
}
