// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JamfTokensTest {
    private static final String VERSION = "/api/v1/jamf-pro-version";

    @TempDir
    Path folder;

    @Test
    void givesAClientATokenForBothApisThatEndsInMidRun() {
        try (var jamf = new JamfStage(folder, "{'tokenSeconds':60}")) {
            assertThat(JamfStage.field(jamf.token("cmdm", Stage.API_KEY), "expires_in"))
                    .isEqualTo("60");
            var client = jamf.client();
            assertThat(client.get(VERSION).body()).contains("\"version\": \"11.");
            assertThat(client.get(JamfStage.PROFILES).status()).isEqualTo(200);

            jamf.wait(Duration.ofSeconds(60));
            assertThat(client.get(VERSION).status()).isEqualTo(401);
            assertThat(client.get(JamfStage.PROFILES).status()).isEqualTo(401);
            assertThat(client.get(JamfStage.PROFILES).headers().get("content-type"))
                    .startsWith("text/html");
        }
    }

    @Test
    void givesAUserATokenForItsPasswordAndAnotherToKeepAlive() {
        try (var jamf = new JamfStage(folder)) {
            var token = jamf.userToken(Stage.API_KEY);
            assertThat(JamfStage.field(token, "expires")).isEqualTo("2026-11-21T17:34:10.331477140Z");
            var bearer = Map.of("Authorization", "Bearer " + JamfStage.field(token, "token"));
            jamf.wait(Duration.ofSeconds(100));
            var next = jamf.stage.call("POST", "/api/v1/auth/keep-alive", bearer, "");

            assertThat(jamf.stage.call("GET", VERSION, bearer, "").status()).isEqualTo(401);
            var renewed = Map.of("Authorization", "Bearer " + JamfStage.field(next, "token"));
            jamf.wait(Duration.ofSeconds(250));
            assertThat(jamf.stage.call("GET", VERSION, renewed, "").status()).isEqualTo(200);
            assertThat(jamf.stage
                            .call("POST", "/api/v1/auth/invalidate-token", renewed, "")
                            .status())
                    .isEqualTo(204);
            assertThat(jamf.stage.call("GET", VERSION, renewed, "").status()).isEqualTo(401);
        }
    }

    @Test
    void givesNobodyElseAToken() {
        try (var jamf = new JamfStage(folder)) {
            assertThat(jamf.token("cmdm", "wrong").status()).isEqualTo(401);
            assertThat(jamf.token("other", Stage.API_KEY).status()).isEqualTo(401);
            assertThat(jamf.userToken("wrong").status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {VERSION, JamfStage.PROFILES})
    void takesBasicCredentialsOnNeitherApi(String target) {
        try (var jamf = new JamfStage(folder)) {
            assertThat(jamf.stage
                            .call("GET", target, Map.of("Authorization", "Basic Y21kbTpzZWNyZXQ="), "")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void refusesWhatAPrivilegeIsMissingForAndTellsTheOthers() {
        try (var jamf = new JamfStage(folder, "{'withoutPrivileges':['Create macOS Configuration Profiles']}")) {
            var client = jamf.client();
            assertThat(client.get(JamfStage.PROFILES).status()).isEqualTo(200);
            assertThat(client.call("POST", JamfStage.PROFILES + "/id/0", "").status())
                    .isEqualTo(403);
            assertThat(client.get("/api/v1/auth").body())
                    .contains("\"Read macOS Configuration Profiles\"")
                    .doesNotContain("Create macOS");
        }
    }

    @Test
    void logsTheSchemeOfACredentialAndNothingOfIt() {
        try (var jamf = new JamfStage(folder)) {
            jamf.client().get(VERSION);
            assertThat(jamf.stage.server.requests().requests())
                    .extracting(LoggedRequest::authorization)
                    .containsExactly("none", "Bearer ***");
        }
    }
}
