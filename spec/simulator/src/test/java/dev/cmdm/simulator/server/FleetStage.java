// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.identity.DeviceIdentity;
import dev.cmdm.simulator.json.Fields;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A Fleet under test, and how its API is called. */
final class FleetStage implements AutoCloseable {
    private static final String API = "/api/v1/fleet/";
    private static final String BOUNDARY = "----cmdm";
    private static final Map<String, String> TOKEN = Map.of("Authorization", "Bearer " + Stage.API_KEY);

    final Stage stage;

    FleetStage(Path folder) {
        this(folder, new PushCenter());
    }

    FleetStage(Path folder, Apns apns) {
        var options = new Stage.Options(Product.FLEET);
        options.apns = apns;
        options.pushCertificate = true;
        stage = new Stage(options, folder);
    }

    DeviceIdentity enroll() {
        var identity = stage.server.issueIdentity("a Mac");
        assertThat(stage.checkIn(identity, Messages.authenticate()).status()).isEqualTo(200);
        assertThat(stage.checkIn(identity, Messages.tokenUpdate()).status()).isEqualTo(200);
        return identity;
    }

    Answer get(String path) {
        return stage.call("GET", API + path, TOKEN, "");
    }

    Answer post(String path, String json) {
        return stage.call("POST", API + path, TOKEN, json.replace('\'', '"'));
    }

    Answer delete(String path) {
        return stage.call("DELETE", API + path, TOKEN, "");
    }

    /** Runs the command of this property list. */
    Answer run(String udid, String plist) {
        return runBase64(udid, Base64.getEncoder().encodeToString(plist.getBytes(StandardCharsets.UTF_8)));
    }

    Answer runBase64(String udid, String base64) {
        return post("commands/run", "{'command':'" + base64 + "','host_uuids':['" + udid + "']}");
    }

    /** Uploads a profile for a team. */
    Answer upload(byte[] profile, int team) {
        var body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"team_id\"\r\n\r\n" + team + "\r\n--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"profile\"; filename=\"a.mobileconfig\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"
                + new String(profile, StandardCharsets.ISO_8859_1) + "\r\n--" + BOUNDARY + "--\r\n";
        var headers = Map.of(
                "Authorization",
                "Bearer " + Stage.API_KEY,
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
        return stage.call("POST", API + "configuration_profiles", headers, body);
    }

    /** What Fleet says of the first profile of the Mac, or a missing node. */
    JsonNode stateOfProfile() {
        var host = json(get("hosts/identifier/" + Messages.UDID));
        return host.path("host").path("mdm").path("profiles").path(0);
    }

    static JsonNode json(Answer answer) {
        return Fields.tree("the answer", answer.body());
    }

    static String reason(Answer answer) {
        return json(answer).path("errors").path(0).path("reason").asString("");
    }

    @Override
    public void close() {
        stage.close();
    }
}
