// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.simulator.fault.FaultRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FaultsAndLogTest {
    private static final Map<String, String> CREDENTIAL = Map.of("Authorization", "Basic bWljcm9tZG06c2VjcmV0");
    private static final String QUEUE = "/v1/commands/" + Messages.UDID;

    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void start() {
        stage = new Stage(new Stage.Options(Product.MICROMDM), folder);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void losesTheAnswerAfterTheCommandWasQueued() throws IOException {
        faults("[{\"on\":\"enqueue\",\"do\":\"lose-answer\"}]");
        assertThatThrownBy(() -> install("a")).isInstanceOf(IOException.class);
        Eventually.until(this::view, view -> view.contains("\"uuid\": \"a\""));
        assertThat(install("b").status()).isEqualTo(201);
    }

    @Test
    void resetsBeforeAnythingIsDoneAndOnlySoOftenAsAsked() throws IOException {
        faults("[{\"on\":\"any\",\"times\":2,\"do\":\"reset\"}]");
        assertThatThrownBy(() -> install("a")).isInstanceOf(IOException.class);
        assertThatThrownBy(this::devices).isInstanceOf(IOException.class);
        assertThat(version().status()).isEqualTo(200);
        install("b");
        assertThat(Eventually.until(this::view, view -> view.contains("\"b\""))).doesNotContain("\"a\"");
    }

    @Test
    void answersTheStatusAskedForAndDoesNothing() throws IOException {
        faults("[{\"on\":\"enqueue\",\"do\":\"status\",\"status\":503}]");
        assertThat(install("a").status()).isEqualTo(503);
        assertThat(stage.server.faults().remaining()).isEmpty();
        install("b");
        assertThat(Eventually.until(this::view, view -> view.contains("\"b\""))).doesNotContain("\"a\"");
    }

    @Test
    void answersAfterTheDelay() throws IOException {
        faults("[{\"on\":\"devices\",\"do\":\"delay\",\"seconds\":0.05}]");
        assertThat(devices().status()).isEqualTo(200);
        assertThat(stage.server.faults().remaining()).isEmpty();
    }

    @Test
    void leavesOtherRequestsAlone() throws IOException {
        faults("[{\"on\":\"queue\",\"do\":\"reset\"}]");
        assertThat(install("a").status()).isEqualTo(201);
        assertThat(version().status()).isEqualTo(200);
        assertThat(stage.server.faults().remaining()).hasSize(1);
    }

    @Test
    void doesNotDisturbMacs() {
        faults("[{\"on\":\"any\",\"do\":\"reset\"}]");
        var identity = stage.server.issueIdentity("a Mac");
        assertThat(stage.checkIn(identity, Messages.authenticate()).status()).isEqualTo(200);
        assertThat(stage.server.requests().requests()).isEmpty();
    }

    @Test
    void logsOneLineForEachRequestWithoutCredentialAndPayload() throws IOException {
        faults("[{\"on\":\"enqueue\",\"do\":\"lose-answer\"},{\"on\":\"any\",\"do\":\"reset\"}]");
        assertThatThrownBy(() -> install("a")).isInstanceOf(IOException.class);
        assertThatThrownBy(this::devices).isInstanceOf(IOException.class);
        install("b");
        stage.callOrFail("GET", QUEUE + "?x=1", Map.of(), "");
        stage.callOrFail("POST", "/v1/commands", CREDENTIAL, structuredRemoval());
        var time = "2026-11-21T17:29:10.331Z ";
        assertThat(Files.readString(folder.resolve("requests.log")))
                .isEqualTo(time + "POST " + QUEUE + " 201-lost InstallProfile org.example.wifi a Basic ***\n"
                        + time + "POST /v1/devices reset - - - Basic ***\n"
                        + time + "POST " + QUEUE + " 201 InstallProfile org.example.wifi b Basic ***\n"
                        + time + "GET " + QUEUE + "?x=1 401 - - - none\n"
                        + time + "POST /v1/commands 201 RemoveProfile org.example.wifi c Basic ***\n");
        assertThat(stage.server.requests().requests()).hasSize(5);
    }

    private static String structuredRemoval() {
        return "{\"udid\":\"" + Messages.UDID
                + "\",\"request_type\":\"RemoveProfile\",\"command_uuid\":\"c\",\"identifier\":\"org.example.wifi\"}";
    }

    private void faults(String rules) {
        stage.server.faults().replace(FaultRule.parse(JsonMapper.shared().readTree(rules)));
    }

    private Answer install(String uuid) throws IOException {
        return stage.callOrFail("POST", QUEUE, CREDENTIAL, Messages.installProfile(uuid, "org.example.wifi"));
    }

    /** A POST, because the client repeats a GET by itself when the connection closes. */
    private Answer devices() throws IOException {
        return stage.callOrFail("POST", "/v1/devices", CREDENTIAL, "{}");
    }

    private Answer version() throws IOException {
        return stage.callOrFail("GET", "/version", Map.of(), "");
    }

    private String view() {
        return stage.call("GET", QUEUE, CREDENTIAL, "").body();
    }
}
