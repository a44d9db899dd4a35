// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.Exchange.Lost;
import dev.cmdm.mdm.http.Exchange.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Calls that fail, and whether the request may have arrived. */
class HttpTroubleTest extends HttpCallerFixture {
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

    private static int freePort() throws IOException {
        try (ServerSocket bound = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return bound.getLocalPort();
        }
    }
}
