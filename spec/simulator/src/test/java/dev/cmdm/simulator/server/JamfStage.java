// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.identity.DeviceIdentity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A Jamf Pro under test and callers of it, each with a token and, if it wants, the sticky cookie. */
final class JamfStage implements AutoCloseable {
    static final String PROFILES = "/JSSResource/osxconfigurationprofiles";
    static final String GROUPS = "/JSSResource/computergroups";

    private final Stage.Options options = new Stage.Options(Product.JAMF);
    final Stage stage;

    JamfStage(Path folder) {
        this(folder, "{}");
    }

    JamfStage(Path folder, String fields) {
        options.fields = fields.replace('\'', '"');
        options.apns = new PushCenter();
        options.pushCertificate = true;
        stage = new Stage(options, folder);
    }

    /** Who calls: a token, and the cookie that the server gave it last. */
    final class Client {
        private final boolean sticky;
        private final Map<String, String> headers = new HashMap<>();

        Client(boolean sticky) {
            this.sticky = sticky;
            var answer = token("cmdm", Stage.API_KEY);
            headers.put("Authorization", "Bearer " + field(answer, "access_token"));
            keep(answer);
        }

        Answer get(String target) {
            return call("GET", target, "");
        }

        Answer call(String method, String target, String body) {
            var answer = stage.call(method, target, headers, body);
            keep(answer);
            return answer;
        }

        /** Creates an object; its id. */
        String create(String name, String identifier, String scope) {
            return element(
                    call("POST", PROFILES + "/id/0", object(name, profile(identifier, "sent-uuid"), scope)), "id");
        }

        private void keep(Answer answer) {
            if (sticky && answer.headers().containsKey("set-cookie")) {
                headers.put("Cookie", answer.headers().get("set-cookie").split(";", 2)[0]);
            }
        }
    }

    Client client() {
        return new Client(true);
    }

    Client clientWithoutCookie() {
        return new Client(false);
    }

    Answer token(String client, String secret) {
        return stage.call(
                "POST",
                "/api/v1/oauth/token",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "client_id=" + client + "&client_secret=" + secret + "&grant_type=client_credentials");
    }

    Answer userToken(String password) {
        var credential = Base64.getEncoder().encodeToString(Stage.bytes("cmdm:" + password));
        return stage.call("POST", "/api/v1/auth/token", Map.of("Authorization", "Basic " + credential), "");
    }

    DeviceIdentity enroll() {
        return enroll(Messages.UDID);
    }

    DeviceIdentity enroll(String udid) {
        var identity = stage.server.issueIdentity("a Mac");
        assertThat(stage.checkIn(identity, Messages.authenticate().replace(Messages.UDID, udid))
                        .status())
                .isEqualTo(200);
        assertThat(stage.checkIn(identity, Messages.tokenUpdate().replace(Messages.UDID, udid))
                        .status())
                .isEqualTo(200);
        return identity;
    }

    void wait(Duration step) {
        options.now = options.now.plus(step);
    }

    /** What the Mac is given next after this report. */
    String next(DeviceIdentity identity, String report) {
        return stage.connect(identity, report).body();
    }

    static String object(String name, String profile, String scope) {
        return "<os_x_configuration_profile><general><name>" + name + "</name><payloads>"
                + profile.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                + "</payloads></general>" + scope + "</os_x_configuration_profile>";
    }

    static String profile(String identifier, String uuid) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><plist version=\"1.0\"><dict>"
                + "<key>PayloadIdentifier</key><string>" + identifier + "</string><key>PayloadUUID</key><string>" + uuid
                + "</string><key>PayloadType</key><string>Configuration</string>"
                + "<key>Title</key><string>a &lt; b &amp; c</string></dict></plist>";
    }

    static String computers(int... ids) {
        var list = new StringBuilder("<scope><computers>");
        for (int id : ids) {
            list.append("<computer><id>").append(id).append("</id></computer>");
        }
        return list.append("</computers></scope>").toString();
    }

    static String scopeOnly(int... ids) {
        return "<os_x_configuration_profile>" + computers(ids) + "</os_x_configuration_profile>";
    }

    static String field(Answer answer, String name) {
        return first(answer.body(), "\"" + name + "\": \"?([^\",\n]+)");
    }

    static String element(Answer answer, String name) {
        return first(answer.body(), "<" + name + ">([^<]*)<");
    }

    static String first(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }

    @Override
    public void close() {
        stage.close();
    }
}
