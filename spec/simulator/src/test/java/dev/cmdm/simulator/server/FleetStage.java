// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.identity.DeviceIdentity;
import dev.cmdm.simulator.json.Fields;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A Fleet under test, and how its API is called. */
final class FleetStage implements AutoCloseable {
    private static final String API = "/api/v1/fleet/";
    private static final String BOUNDARY = "----cmdm";
    private static final Pattern COMMAND_UUID = Pattern.compile("<key>CommandUUID</key>\\s*<string>([^<]+)</string>");
    private static final Map<String, String> TOKEN = Map.of("Authorization", "Bearer " + Stage.API_KEY);

    final Stage stage;

    FleetStage(Path folder) {
        this(folder, new PushCenter());
    }

    FleetStage(Path folder, Apns apns) {
        this(folder, options -> options.apns = apns);
    }

    FleetStage(Path folder, Consumer<Stage.Options> changes) {
        var options = new Stage.Options(Product.FLEET);
        options.apns = new PushCenter();
        options.pushCertificate = true;
        changes.accept(options);
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
        return delete(path, "");
    }

    Answer delete(String path, String json) {
        return stage.call("DELETE", API + path, TOKEN, json.replace('\'', '"'));
    }

    /** Runs the command of this property list. */
    Answer run(String udid, String plist) {
        return runBase64(udid, Base64.getEncoder().encodeToString(plist.getBytes(StandardCharsets.UTF_8)));
    }

    Answer runBase64(String udid, String base64) {
        return post("commands/run", "{'command':'" + base64 + "','host_uuids':['" + udid + "']}");
    }

    /** Uploads a profile for a team; of its hosts for those with one of these labels, if any are named. */
    Answer upload(byte[] profile, int team, String... labels) {
        return uploadWith(
                profile,
                field("team_id", Integer.toString(team))
                        + Arrays.stream(labels)
                                .map(label -> field("labels_include_any", label))
                                .collect(Collectors.joining()));
    }

    /** Uploads a profile with these fields of the form before it. */
    Answer uploadWith(byte[] profile, String fields) {
        var body = fields + "--" + BOUNDARY
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

    /** A field of a form. */
    static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** Adds a manual label without hosts. */
    int addLabel(String name) {
        return json(post("labels", "{'name':'" + name + "','host_ids':[]}"))
                .path("label")
                .path("id")
                .asInt();
    }

    Answer giveLabel(String name) {
        return post("hosts/1/labels", "{'labels':['" + name + "']}");
    }

    Answer takeLabel(String name) {
        return delete("hosts/1/labels", "{'labels':['" + name + "']}");
    }

    /** The next command, which Fleet sends by itself a moment later. */
    String fetch(DeviceIdentity identity) {
        return Eventually.until(() -> stage.connect(identity, Messages.idle()).body(), body -> !body.isEmpty());
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

    static String commandUuid(String command) {
        var found = COMMAND_UUID.matcher(command);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    static byte[] named(String identifier, String name) {
        return TestProfiles.profile(identifier)
                .with("PayloadDisplayName", name)
                .payload("com.example.app", identifier + ".a", Map.of("k", "v"))
                .xml();
    }

    @Override
    public void close() {
        stage.close();
    }
}
