// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MissingSettingException;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.mdm.http.TestServer.Act;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, and what must be set. */
class EntranceTest extends UemFixture {
    private TestServer tokens;

    @BeforeEach
    void useTokens() throws IOException {
        tokens = TestServer.http();
        settings.put("mdm.client_id", "client & co");
        settings.put("mdm.token_url", tokens.url() + "/connect/token");
        settings.remove("mdm.user");
        open();
    }

    @AfterEach
    void stopTokens() throws IOException {
        tokens.close();
    }

    @Test
    void showsOneTokenForAllCallsOfARun() {
        tokens.then(token("first", 3600));
        server.then(ACCEPTED, ACCEPTED);
        send();
        send();
        assertThat(tokens.requests()).hasSize(1);
        assertThat(tokens.requests().get(0).line()).isEqualTo("POST /connect/token HTTP/1.1");
        assertThat(tokens.requests().get(0).text())
                .startsWith("grant_type=client_credentials&client_id=client+%26+co&client_secret=canary");
        assertThat(server.requests())
                .allSatisfy(request -> assertThat(request.headers())
                        .containsEntry("authorization", "Bearer first")
                        .containsEntry("aw-tenant-code", TENANT_CODE));
    }

    @Test
    void closesTheConnectionToTheTokenServerToo() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        tokens.then(TestServer.untilClosed(token("first", 3600), closed));
        server.then(ACCEPTED);
        send();
        mdm.close();
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void getsTheNextTokenBeforeTheFirstEnds() {
        tokens.then(token("first", 3600), token("second", 3600));
        server.then(ACCEPTED, ACCEPTED);
        send();
        now = now.plusSeconds(3590);
        send();
        assertThat(server.requests().get(1).headers()).containsEntry("authorization", "Bearer second");
    }

    @Test
    void getsAnotherTokenOnceWhenOneIsRefusedInMidRun() {
        tokens.then(token("first", 3600), token("second", 3600));
        server.then(ACCEPTED, error(401, "1005", "expired"), ACCEPTED);
        send();
        assertThat(send()).isInstanceOf(Delivery.Queued.class);
        assertThat(server.requests().get(2).headers()).containsEntry("authorization", "Bearer second");
    }

    @Test
    void isRefusedWhenTheNextTokenIsTooOrTheClientIs() {
        tokens.then(token("first", 3600), token("second", 3600), answer(400, "{\"error\":\"invalid_client\"}"));
        server.then(error(401, "1005", "no"), error(401, "1005", "no"));
        assertThat(send()).isEqualTo(new Delivery.AuthenticationRefused());
        open();
        assertThat(send()).isEqualTo(new Delivery.AuthenticationRefused());
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void doesWithoutATenantCodeWhenItHasTokens() {
        settings.remove("mdm.tenant_code");
        open();
        tokens.then(token("first", 3600));
        server.then(ACCEPTED);
        assertThat(send()).isInstanceOf(Delivery.Queued.class);
        assertThat(server.requests().get(0).headers()).doesNotContainKey("aw-tenant-code");
    }

    @Test
    void saysThatTheTokenServerIsToBeSet() {
        settings.remove("mdm.token_url");
        assertThatThrownBy(this::open)
                .isInstanceOf(MissingSettingException.class)
                .hasMessageContaining("mdm.token_url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mdm.user", "mdm.tenant_code"})
    void saysWhatAPasswordNeedsBesides(String word) {
        settings.remove("mdm.client_id");
        settings.put("mdm.user", "api-account");
        settings.remove(word);
        assertThatThrownBy(this::open)
                .isInstanceOf(MissingSettingException.class)
                .hasMessageContaining(word);
    }

    private Delivery send() {
        return mdm.send(MAC, Mdms.install("c-1"));
    }

    private static Act token(String value, int seconds) {
        return answer(
                200, "{\"access_token\":\"" + value + "\",\"expires_in\":" + seconds + ",\"token_type\":\"Bearer\"}");
    }
}
