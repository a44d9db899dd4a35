// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.http.Exchange.Unreachable;
import dev.cmdm.mdm.http.TestServer.Request;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens by client credentials: the server of tokens and the MDM are two. */
class TokensTest extends RepeatingFixture {
    private static final String SECRET = "canary secret&+é";

    private TestServer giver;
    private HttpCaller bearing;

    @BeforeEach
    void begin() throws IOException {
        giver = TestServer.http();
        bearing = caller(
                server.url(),
                new Tokens(
                        new ClientCredentials(giver.url(), "/connect/token", "client 1", Secret.of(SECRET), link()),
                        timing));
    }

    @AfterEach
    void end() throws IOException {
        bearing.close();
        giver.close();
    }

    @Test
    void asksForATokenByAFormAndShowsIt() {
        giver.then(token("t-1", 3600));
        server.then(answer(200, ""), answer(200, ""));
        bearing.call(QUESTION);
        bearing.call(COMMAND);
        Request asked = giver.requests().get(0);
        assertThat(asked.line()).isEqualTo("POST /connect/token HTTP/1.1");
        assertThat(asked.headers())
                .containsEntry("content-type", "application/x-www-form-urlencoded")
                .doesNotContainKey("authorization");
        assertThat(asked.text())
                .isEqualTo("grant_type=client_credentials&client_id=client+1"
                        + "&client_secret=canary+secret%26%2B%C3%A9");
        assertThat(server.requests())
                .extracting(request -> request.headers().get("authorization"))
                .containsExactly("Bearer t-1", "Bearer t-1");
    }

    @Test
    void asksForNoneWhileOnlyWhatEverybodyMaySeeIsAsked() {
        server.then(answer(200, ""));
        bearing.call(HttpCall.getOpenly("/version"));
        assertThat(giver.requests()).isEmpty();
    }

    @Test
    void replacesATokenOfSixtySecondsBeforeItExpires() {
        giver.then(token("t-1", 60), token("t-2", 60));
        server.then(answer(200, ""), answer(200, ""), answer(200, ""));
        bearing.call(QUESTION);
        timing.pass(Duration.ofSeconds(44));
        bearing.call(QUESTION);
        timing.pass(Duration.ofSeconds(2));
        bearing.call(QUESTION);
        assertThat(server.requests())
                .extracting(request -> request.headers().get("authorization"))
                .containsExactly("Bearer t-1", "Bearer t-1", "Bearer t-2");
    }

    @Test
    void replacesATokenThatIsRefusedOnceAndMakesTheCallAgain() {
        giver.then(token("t-1", 3600), token("t-2", 3600));
        server.then(answer(200, ""), answer(401, ""), answer(201, ""));
        bearing.call(QUESTION);
        assertThat(answer(bearing.call(COMMAND)).status()).isEqualTo(201);
        assertThat(server.requests())
                .extracting(request -> request.headers().get("authorization"))
                .containsExactly("Bearer t-1", "Bearer t-1", "Bearer t-2");
    }

    @Test
    void handsOverTheSecondRefusal() {
        giver.then(token("t-1", 3600), token("t-2", 3600));
        server.then(answer(401, ""), answer(401, ""), answer(200, ""));
        assertThat(answer(bearing.call(COMMAND)).refusesCredential()).isTrue();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aRefusedClientIsARefusedCredential() {
        giver.then(TestServer.json(400, "{\"error\":\"invalid_client\"}"));
        assertThat(answer(bearing.call(COMMAND)).refusesCredential()).isTrue();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void sendsNothingWithoutATokenAndSaysWhy() {
        giver.then(TestServer.json(200, "{\"token\":\"x\"}"));
        assertThat(((Unreachable) bearing.call(COMMAND)).why())
                .isEqualTo(giver.url().address() + " gave no token; check mdm.token_url");
        assertThat(server.requests()).isEmpty();
        assertThat(giver.requests()).hasSize(1);
    }

    @Test
    void asksAgainForATokenWhoseAnswerWasLost() {
        giver.then(reset(), token("t-1", 60));
        server.then(answer(201, ""));
        assertThat(answer(bearing.call(COMMAND)).status()).isEqualTo(201);
    }

    @Test
    void holdsNoTokenToBeGoodForMoreThanADayWhateverNumberIsTold() {
        giver.then(token("t-1", Long.MAX_VALUE), token("t-2", 60));
        server.then(answer(200, ""), answer(200, ""));
        bearing.call(QUESTION);
        timing.pass(Duration.ofDays(1));
        bearing.call(QUESTION);
        assertThat(server.requests())
                .extracting(request -> request.headers().get("authorization"))
                .containsExactly("Bearer t-1", "Bearer t-2");
    }

    @Test
    void takesNoTokenThatWouldEndAHeader() {
        giver.then(TestServer.json(200, "{\"access_token\":\"a\\r\\nHost: b\",\"expires_in\":60}"));
        assertThat(bearing.call(COMMAND)).isInstanceOf(Unreachable.class);
    }

    @Test
    void keepsTokensAndTheSecretOutOfMessages() {
        giver.then(token("canary-1", 60), token("canary-2", 60));
        server.then(answer(200, ""), answer(401, ""), answer(401, ""));
        bearing.call(QUESTION);
        bearing.call(QUESTION);
        assertThat(bearing.words("no such token: canary-1, canary-2, " + SECRET))
                .doesNotContain("canary");
        assertThat(said).isNotEmpty().noneMatch(line -> line.contains("canary"));
        assertThat(bearing.toString() + new Token(Secret.of("canary"), Duration.ZERO))
                .doesNotContain("canary");
    }

    private static TestServer.Act token(String value, long seconds) {
        return TestServer.json(
                200, "{\"access_token\":\"" + value + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + "}");
    }
}
