// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.Timing;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.Exchange.Lost;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Calls that end late, or are ended. */
class HttpTimeTest extends HttpCallerFixture {
    private static final HttpLimits HASTY =
            new HttpLimits(Duration.ofMillis(1500), Duration.ofMillis(500), 1024 * 1024);

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
        Transport transport = new Transport(
                server.url(),
                PATIENT,
                Tls.context(Link.direct(Timing.SYSTEM, new java.util.Random(1))),
                Optional.empty());
        try {
            server.then(TestServer.json(200, "{}"));
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> transport.exchange(HttpCall.get("/a"), Optional.empty(), crossing)))
                    .isInstanceOf(IOException.class);
        } finally {
            transport.close();
        }
        assertThat(crossing.crossed()).isFalse();
        assertThat(server.requests()).isEmpty();
    }
}
