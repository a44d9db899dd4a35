// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.mdmdirector;

import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ProfileIdentifier;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The body of a request to {@code /profile}: one Mac and one profile, because the profile at place n of a
 * longer list is queued n times. It asks to be told what became of it, without which nothing is answered.
 * (MDMDirector, director/profile.go.)
 */
final class ProfileBody {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();
    private static final String PATH = "/profile";

    private ProfileBody() {}

    /** A profile that the Mac shall have, sent at once. */
    static HttpCall wanting(String udid, Bytes profile) {
        String base64 = Base64.getEncoder().encodeToString(profile.toArray());
        return HttpCall.postJson(PATH, write(udid, true, json -> json.writeString(base64)));
    }

    /**
     * A profile that the Mac shall not have.
     *
     * @param sends whether its removal is sent at once, or the server only notes it
     */
    static HttpCall unwanting(String udid, ProfileIdentifier identifier, boolean sends) {
        String body = write(udid, sends, json -> {
            json.writeStartObject();
            json.writeStringProperty("payload_identifier", identifier.value());
            json.writeEndObject();
        });
        return HttpCall.of("DELETE", PATH).withBody("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String write(String udid, boolean sends, Consumer<JsonGenerator> profile) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("udids");
            json.writeString(udid);
            json.writeEndArray();
            json.writeArrayPropertyStart("profiles");
            profile.accept(json);
            json.writeEndArray();
            json.writeBooleanProperty("push_now", sends);
            json.writeBooleanProperty("metadata", true);
            json.writeEndObject();
        }
        return out.toString();
    }
}
