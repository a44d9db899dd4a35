// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.http.TestServer.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What one call sends, and over which connection. */
class HttpCallerTest extends HttpCallerFixture {
    @Test
    void sendsTheCredentialAsBasicAndTheBodyAsGiven() {
        server.then(TestServer.json(200, "{}"));
        Exchange exchange = call(PATIENT, HttpCall.postJson("/v1/devices", "{\"a\":\"ü\"}"));
        Request request = server.requests().get(0);
        assertThat(answer(exchange).status()).isEqualTo(200);
        assertThat(request.line()).isEqualTo("POST /v1/devices HTTP/1.1");
        assertThat(request.text()).isEqualTo("{\"a\":\"ü\"}");
        assertThat(request.headers())
                .containsEntry("content-type", "application/json")
                .containsEntry("user-agent", "cmdm")
                .doesNotContainKey("accept-encoding");
        String basic = request.headers().get("authorization").replaceFirst("^Basic ", "");
        assertThat(new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8))
                .isEqualTo("micromdm:" + PASSWORD);
    }

    @Test
    void sendsNoCredentialWithAQuestionThatEverybodyMayAsk() {
        server.then(TestServer.json(200, "{}"));
        call(PATIENT, HttpCall.getOpenly("/version"));
        assertThat(server.requests().get(0).headers()).doesNotContainKey("authorization");
    }

    @Test
    void putsThePathOfTheUrlBeforeThatOfTheCall() {
        server.then(TestServer.json(200, "{}"));
        ServerUrl below = ServerUrl.parse(server.url() + "/api/v1/nanomdm/");
        try (HttpCaller caller = caller(below, PATIENT)) {
            caller.call(HttpCall.get("/version"));
        }
        assertThat(server.requests().get(0).line()).isEqualTo("GET /api/v1/nanomdm/version HTTP/1.1");
    }

    @Test
    void callsAgainOverTheSameConnection() {
        server.then(TestServer.json(200, "{}"), TestServer.json(200, "{}"));
        try (HttpCaller caller = caller(server.url(), PATIENT)) {
            caller.call(HttpCall.get("/a"));
            assertThat(answer(caller.call(HttpCall.get("/b"))).status()).isEqualTo(200);
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void makesANewConnectionWhenTheServerHasClosedTheOldOne() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        server.then(
                scene -> {
                    scene.read();
                    scene.write(TestServer.Recording.of(200, "application/json", "{}"));
                    scene.socket().close();
                    closed.countDown();
                },
                TestServer.json(200, "{}"));
        try (HttpCaller caller = caller(server.url(), PATIENT)) {
            caller.call(HttpCall.get("/a"));
            closed.await();
            awaitAFewMilliseconds();
            assertThat(answer(caller.call(HttpCall.get("/b"))).status()).isEqualTo(200);
        }
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void followsNoRedirectSoThatTheCredentialGoesNowhereElse() throws IOException {
        try (TestServer other = TestServer.http()) {
            server.then(scene -> {
                scene.read();
                scene.write("HTTP/1.1 307 Temporary Redirect\r\nLocation: " + other.url()
                        + "/a\r\nContent-Length: 0\r\n\r\n");
            });
            assertThat(answer(call(PATIENT, HttpCall.get("/a"))).status()).isEqualTo(307);
            assertThat(other.connections()).isZero();
        }
    }

    @Test
    void repeatsNothingByItself() {
        server.then(TestServer.json(503, "{}"), TestServer.json(200, "{}"));
        assertThat(answer(call(PATIENT, HttpCall.get("/a"))).status()).isEqualTo(503);
        assertThat(server.requests()).hasSize(1);
    }

    @RepeatedTest(5)
    void understandsARefusalThatComesBeforeALargeRequestWasRead() {
        server.then(scene -> {
            scene.head();
            scene.write(TestServer.Recording.of(401, "text/plain", "Unauthorized\n"));
            scene.socket().shutdownOutput();
            scene.pause(100);
            scene.socket().close();
        });
        Exchange exchange = call(PATIENT, HttpCall.command("PUT", "/a", new byte[32 * 1024 * 1024]));
        assertThat(answer(exchange).status()).isEqualTo(401);
    }

    @Test
    void masksTheCredentialInTheServersOwnWordsAndCutsTheContentThatTheyQuote() {
        String basic = Base64.getEncoder().encodeToString(("micromdm:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        try (HttpCaller caller = caller(server.url(), PATIENT)) {
            assertThat(caller.words("bad key " + PASSWORD + " in Basic " + basic + "\n\u001b[31mred"))
                    .isEqualTo("bad key *** in Basic *** [31mred");
            assertThat(caller.words("plist: unexpected data: raw content: hush"))
                    .isEqualTo("plist: unexpected data:");
            assertThat(caller.toString()).doesNotContain(PASSWORD);
        }
    }

    /** The client looks whether a connection still stands once its last use is more than a millisecond ago. */
    private static void awaitAFewMilliseconds() {
        long now = System.currentTimeMillis();
        while (System.currentTimeMillis() - now < 5) {
            Thread.onSpinWait();
        }
    }
}
