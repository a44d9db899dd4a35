// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.answer.Result;
import dev.cmdm.device.Device;
import dev.cmdm.installed.InstalledPayload;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import tools.jackson.core.JsonGenerator;

/** Writes what is on a Mac; settings are left out, for they may hold secrets. */
final class StateWriter {
    private StateWriter() {}

    static void write(JsonGenerator json, Result.State state) {
        json.writeName("device");
        device(json, state.device(), true);
        json.writeBooleanProperty("whole", state.installed().whole());
        json.writeArrayPropertyStart("profiles");
        state.installed().profiles().forEach(profile -> profile(json, profile));
        json.writeEndArray();
    }

    /**
     * Writes which Mac it is.
     *
     * @param exact whether its enrollment was read, beyond that the listing shows one
     */
    static void device(JsonGenerator json, Device device, boolean exact) {
        json.writeStartObject();
        json.writeStringProperty("serial", device.serial());
        json.writeStringProperty("udid", device.udid());
        json.writeStringProperty("macos", device.macos().toString());
        json.writeStringProperty("enrollment", AnswerWriter.word(device.enrollment()));
        if (!exact) {
            json.writeBooleanProperty("enrollmentExact", false);
        }
        json.writeEndObject();
    }

    /** Writes identifier, scope and, for a user's profile, the user. */
    static void key(JsonGenerator json, ProfileKey key) {
        json.writeStringProperty("identifier", key.identifier().value());
        json.writeStringProperty("scope", AnswerWriter.word(key.scope()));
        if (key.scope() == Scope.USER) {
            json.writeStringProperty("user", key.user());
        }
    }

    private static void profile(JsonGenerator json, InstalledProfile profile) {
        json.writeStartObject();
        key(json, profile.key());
        json.writeStringProperty("uuid", profile.uuid());
        json.writeStringProperty("origin", AnswerWriter.word(profile.origin()));
        if (profile.declarative()) {
            json.writeBooleanProperty("declarative", true);
        }
        json.writeStringProperty("installDate", profile.installDate());
        json.writeStringProperty("displayName", profile.displayName());
        json.writeBooleanProperty("enrollment", profile.isEnrollment());
        json.writeArrayPropertyStart("payloads");
        profile.payloads().forEach(payload -> payload(json, payload));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void payload(JsonGenerator json, InstalledPayload payload) {
        json.writeStartObject();
        json.writeStringProperty("type", payload.type());
        json.writeStringProperty("identifier", payload.identifier());
        json.writeStringProperty("uuid", payload.uuid());
        json.writeEndObject();
    }
}
