// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.Waiting;
import dev.cmdm.simulator.mac.AnsweredCommand;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JamfWorldTest {
    private static final String OBJECT = "/JSSResource/osxconfigurationprofiles/id/";
    private static final String NAME = "com.acme.dock:11111111-2222-5333-8444-555555555555";

    @TempDir
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private TestWorld world;
    private String token;

    @BeforeEach
    void start() throws Exception {
        world = TestWorld.enrolled(folder, "jamf");
        token = call("POST", "/api/v1/oauth/token", "client_id=cmdm&client_secret=geheim&grant_type=client_credentials")
                .body()
                .replaceAll("(?s).*\"access_token\": \"([^\"]+).*", "$1");
    }

    @AfterEach
    void stop() throws Exception {
        world.close();
    }

    @Test
    void aMacListsAnObjectInWhoseScopeItIsUnderTheNameOfTheObjectUntilItLeavesIt() throws Exception {
        assertThat(create().statusCode()).isEqualTo(201);
        Waiting.until("it is listed", () -> world.profiles("-P -o stdout-xml").contains(NAME));
        assertThat(world.profiles("-P -o stdout-xml")).doesNotContain("<string>com.acme.dock</string>");
        assertThat(world.profiles("-P -v")).contains("installedByMDM: TRUE");

        call("PUT", OBJECT + "1", scope(""));
        Waiting.until("it is gone", () -> !world.profiles("-P -o stdout-xml").contains(NAME));
    }

    @Test
    void aRefusalOfTheMacIsInTheHistoryWithItsWords() throws Exception {
        call("POST", OBJECT + "0", object("<scope/>"));
        var uuid = call("GET", OBJECT + "1", "").body().replaceAll("(?s).*<uuid>([^<]+)</uuid>.*", "$1");
        world.control(
                "PUT",
                "/macs/mac1/faults",
                "{'error':{'identifier':'" + uuid
                        + "','chain':[{'code':-319,'domain':'ConfigProfilePluginDomain','text':'The settings are wrong.'}]}}");
        call("PUT", OBJECT + "1", scope("<computer><id>1</id></computer>"));
        Waiting.until(
                "it is refused",
                () -> world.mac().commands().stream()
                        .map(AnsweredCommand::status)
                        .anyMatch("Error"::equals));
        Waiting.until(
                "the server knows",
                () -> call("GET", "/JSSResource/computerhistory/serialnumber/C02XK1ABCDEF/subset/Commands", "")
                        .body()
                        .contains("<status>The settings are wrong. &lt;ConfigProfilePluginDomain:-319&gt;</status>"));
    }

    private HttpResponse<String> create() throws IOException, InterruptedException {
        return call(
                "POST", OBJECT + "0", object("<scope><computers><computer><id>1</id></computer></computers></scope>"));
    }

    private static String object(String scope) {
        var profile = new String(TestProfiles.bytes("com.acme.dock"), StandardCharsets.UTF_8);
        return "<os_x_configuration_profile><general><name>" + NAME + "</name><payloads>"
                + profile.replace("&", "&amp;").replace("<", "&lt;") + "</payloads></general>" + scope
                + "</os_x_configuration_profile>";
    }

    private static String scope(String computers) {
        return "<os_x_configuration_profile><scope><computers>" + computers
                + "</computers></scope></os_x_configuration_profile>";
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(world.server().url() + path))
                        .header("Authorization", "Bearer " + token)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
