// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.Exchange.Lost;
import dev.cmdm.mdm.http.Exchange.Unreachable;
import dev.cmdm.mdm.http.TestServer.Request;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpCallerTest {
    private static final String PASSWORD = "correct horse: battery staple";
    private static final HttpLimits PATIENT =
            new HttpLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), 1024 * 1024);
    private static final HttpLimits HASTY =
            new HttpLimits(Duration.ofMillis(1500), Duration.ofMillis(500), 1024 * 1024);

    private TestServer server;

    /** So that no limit of a test runs while the client's classes are loaded. */
    @BeforeAll
    static void loadTheClient() throws IOException {
        try (TestServer server = TestServer.http().then(TestServer.json(200, "{}"))) {
            assertThat(call(server.url(), PATIENT, HttpCall.get("/"))).isInstanceOf(Answer.class);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = TestServer.http();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

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
    void isUnreachableWhenNothingListens() throws IOException {
        int port = freePort();
        Exchange exchange = call(ServerUrl.parse("http://127.0.0.1:" + port), PATIENT, HttpCall.get("/a"));
        assertThat(exchange).isInstanceOf(Unreachable.class);
        assertThat(((Unreachable) exchange).why())
                .isEqualTo("127.0.0.1:" + port + ": connection refused; is the server running, is the port right?");
    }

    @Test
    void isUnreachableWhenTheNameIsUnknown() {
        // A label may have 63 characters, so that no resolver asks anybody about this one.
        String name = "a".repeat(64) + ".invalid";
        Exchange exchange = call(ServerUrl.parse("https://" + name), PATIENT, HttpCall.get("/a"));
        assertThat(((Unreachable) exchange).why()).contains("is not known to DNS");
    }

    @Test
    void isLostWhenTheConnectionIsResetAfterTheRequestWasRead() {
        server.then(scene -> {
            scene.read();
            scene.reset();
        });
        assertThat(call(PATIENT, HttpCall.get("/a"))).isInstanceOf(Lost.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void isLostWhenTheConnectionIsClosedWithoutAnAnswer() {
        server.then(scene -> {
            scene.read();
            scene.socket().close();
        });
        Exchange exchange = call(PATIENT, HttpCall.command("PUT", "/a", new byte[10]));
        assertThat(((Lost) exchange).why()).contains("the connection ended before the whole answer came");
    }

    @Test
    void isLostWhenTheConnectionIsResetWhileTheRequestIsWritten() {
        server.then(scene -> {
            scene.head();
            scene.reset();
        });
        Exchange exchange = call(PATIENT, HttpCall.command("PUT", "/a", new byte[32 * 1024 * 1024]));
        assertThat(exchange).isInstanceOf(Lost.class);
    }

    @Test
    void neverSaysThatNothingWasWrittenOfARequestThatArrived() {
        for (int i = 0; i < 50; i++) {
            boolean early = i % 2 == 0;
            int before = server.requests().size();
            server.then(scene -> {
                if (!early) {
                    scene.read();
                }
                scene.reset();
            });
            Exchange exchange = call(PATIENT, HttpCall.command("PUT", "/a", new byte[10]));
            assertThat(exchange).isNotInstanceOf(Answer.class);
            if (server.requests().size() > before) {
                assertThat(exchange).isInstanceOf(Lost.class);
            }
        }
        assertThat(server.requests()).hasSize(25);
    }

    @Test
    void isLostWhenNoAnswerComesInTime() {
        server.then(scene -> {
            scene.read();
            scene.hold();
        });
        assertThat(((Lost) call(HASTY, HttpCall.get("/a"))).why()).contains("no answer within");
    }

    @Test
    void isLostWhenTheAnswerDripsSoSlowlyThatItNeverEnds() {
        server.then(scene -> {
            scene.read();
            scene.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            while (scene.pause(50)) {
                scene.write("x");
            }
        });
        assertThat(((Lost) call(HASTY, HttpCall.get("/a"))).why()).contains("no whole answer within");
    }

    @Test
    void isLostWhenTheHeadDripsSoSlowlyThatItNeverEnds() {
        server.then(scene -> {
            scene.read();
            scene.write("HTTP/1.1 200 OK\r\n");
            while (scene.pause(50)) {
                scene.write("X-Drip: y\r\n");
            }
        });
        assertThat(call(HASTY, HttpCall.get("/a"))).isInstanceOf(Lost.class);
    }

    @Test
    void callsAgainAfterACallThatWasLeftBehind() {
        server.then(TestServer.json(200, "{}"), TestServer.json(200, "{}"));
        try (HttpCaller caller = caller(server.url(), PATIENT)) {
            Thread.currentThread().interrupt();
            assertThat(caller.call(HttpCall.get("/a"))).isNotInstanceOf(Answer.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(answer(caller.call(HttpCall.get("/b"))).status()).isEqualTo(200);
        }
    }

    @Test
    void isLostWhenTheBodyIsCutOff() {
        server.then(scene -> {
            scene.read();
            scene.write("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"payload\"");
            scene.socket().close();
        });
        assertThat(call(PATIENT, HttpCall.get("/a"))).isInstanceOf(Lost.class);
    }

    @Test
    void isLostWhenTheAnswerIsLongerThanTheCallTakes() {
        server.then(TestServer.json(200, "x".repeat(101)), TestServer.json(200, "x".repeat(100)));
        Exchange longer = call(PATIENT, HttpCall.get("/a").withAnswerLimit(100));
        assertThat(((Lost) longer).why()).contains("longer than 100 bytes");
        assertThat(answer(call(PATIENT, HttpCall.get("/a").withAnswerLimit(100)))
                        .body()
                        .size())
                .isEqualTo(100);
    }

    @Test
    void stopsReadingAnAnswerWithoutEndAtItsLimit() {
        server.then(scene -> {
            scene.read();
            scene.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            byte[] chunk = ("1000\r\n" + "x".repeat(0x1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            while (scene.pause(0)) {
                scene.write(chunk);
            }
        });
        assertThat(((Lost) call(PATIENT, HttpCall.get("/a"))).why()).contains("longer than");
    }

    @Test
    void isLostWhenTheAnswerIsNoHttp() {
        server.then(scene -> {
            scene.read();
            scene.write("220 mail.example.com ESMTP\r\n\r\n");
            scene.socket().close();
        });
        assertThat(call(PATIENT, HttpCall.get("/a"))).isInstanceOf(Lost.class);
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
    void stopsWaitingWhenItsThreadIsInterruptedAndKeepsTheMark() throws InterruptedException {
        CountDownLatch read = new CountDownLatch(1);
        server.then(scene -> {
            scene.read();
            read.countDown();
            scene.hold();
        });
        AtomicReference<Exchange> result = new AtomicReference<>();
        AtomicReference<Boolean> mark = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            result.set(call(PATIENT, HttpCall.get("/a")));
            mark.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        read.await();
        thread.interrupt();
        thread.join();
        assertThat(result.get()).isInstanceOf(Lost.class);
        assertThat(mark.get()).isTrue();
    }

    @Test
    void writesNothingOnceACallIsGivenUp() throws IOException {
        Crossing crossing = new Crossing();
        crossing.giveUp();
        Transport transport = new Transport(server.url(), PATIENT);
        try {
            server.then(TestServer.json(200, "{}"));
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> transport.exchange(HttpCall.get("/a"), null, crossing)))
                    .isInstanceOf(IOException.class);
        } finally {
            transport.close();
        }
        assertThat(crossing.crossed()).isFalse();
        assertThat(server.requests()).isEmpty();
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

    private static int freePort() throws IOException {
        try (ServerSocket bound = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return bound.getLocalPort();
        }
    }

    private Exchange call(HttpLimits limits, HttpCall call) {
        return call(server.url(), limits, call);
    }

    private static Exchange call(ServerUrl url, HttpLimits limits, HttpCall call) {
        try (HttpCaller caller = caller(url, limits)) {
            return caller.call(call);
        }
    }

    private static HttpCaller caller(ServerUrl url, HttpLimits limits) {
        return new HttpCaller(url, "micromdm", Secret.of(PASSWORD), limits);
    }

    private static Answer answer(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Answer.class);
        return (Answer) exchange;
    }
}
