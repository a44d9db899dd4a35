// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Inspection;
import dev.cmdm.answer.SignedFile;
import dev.cmdm.answer.VerifiedFile;
import dev.cmdm.profile.ProfileWarning;
import dev.cmdm.profile.Signer;
import dev.cmdm.sign.CheckedSigner;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what signing and verifying brought: one JSON object for each file, in one line. */
public final class SignatureWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private SignatureWriter() {}

    /** {@code file}, {@code result} and {@code output}, or {@code error}. */
    public static String write(SignedFile file) {
        return line(file.file(), json -> {
            if (file instanceof SignedFile.Signed signed) {
                json.writeStringProperty("result", "signed");
                output(json, signed.output());
            } else if (file instanceof SignedFile.AlreadySigned already) {
                json.writeStringProperty("result", "already-signed");
                output(json, already.output());
                json.writeArrayPropertyStart("signers");
                already.signers().forEach(signer -> {
                    json.writeStartObject();
                    signer(json, signer);
                    json.writeEndObject();
                });
                json.writeEndArray();
            } else {
                error(json, file.file(), ((SignedFile.Failed) file).error());
            }
        });
    }

    /** {@code file}, and what was found of its signatures, and {@code error} when it is not right. */
    public static String write(VerifiedFile file) {
        return line(file.file(), json -> {
            if (file instanceof VerifiedFile.Signed signed) {
                json.writeBooleanProperty("signed", true);
                json.writeArrayPropertyStart("signers");
                signed.signers().forEach(signer -> signer(json, signer));
                json.writeEndArray();
                json.writeBooleanProperty("signatureValid", signed.valid());
                warnings(json, signed.warnings());
            } else if (file instanceof VerifiedFile.Unsigned) {
                json.writeBooleanProperty("signed", false);
                json.writeArrayPropertyStart("signers");
                json.writeEndArray();
                json.writeName("signatureValid");
                json.writeNull();
            }
            file.findError().ifPresent(error -> error(json, file.file(), error));
        });
    }

    private static String line(String file, Consumer<JsonGenerator> body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("file", file);
            body.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void signer(JsonGenerator json, CheckedSigner found) {
        json.writeStartObject();
        signer(json, found.signer());
        json.writeStringProperty("algorithm", found.algorithm());
        json.writeStringProperty("chain", AnswerWriter.word(found.chain()));
        json.writeBooleanProperty("valid", found.fault().isEmpty());
        json.writeEndObject();
    }

    private static void signer(JsonGenerator json, Signer signer) {
        json.writeStringProperty("subject", signer.subject());
        json.writeStringProperty("issuer", signer.issuer());
        json.writeStringProperty("notAfter", signer.notAfter().toString());
        json.writeBooleanProperty("expired", signer.expired());
    }

    private static void warnings(JsonGenerator json, List<ProfileWarning> warnings) {
        json.writeArrayPropertyStart("warnings");
        for (ProfileWarning warning : warnings) {
            json.writeStartObject();
            json.writeStringProperty("class", warning.code());
            json.writeStringProperty("keyPath", warning.place().keyPath());
            json.writeStringProperty("message", warning.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void output(JsonGenerator json, Optional<String> output) {
        output.ifPresent(path -> json.writeStringProperty("output", path));
    }

    private static void error(JsonGenerator json, String file, ErrorInfo error) {
        json.writeObjectPropertyStart("error");
        json.writeStringProperty("class", error.errorClass());
        json.writeStringProperty("message", new Inspection.Broken(file, error).message());
        json.writeEndObject();
    }
}
