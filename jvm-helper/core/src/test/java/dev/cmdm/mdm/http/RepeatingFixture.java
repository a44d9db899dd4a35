// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A caller that repeats, with time that passes by waiting and chance that is always in the middle. */
abstract class RepeatingFixture extends HttpCallerFixture {
    static final Repeats REPEATS =
            new Repeats(4, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60));
    static final HttpCall QUESTION = HttpCall.get("/a");
    static final HttpCall COMMAND = HttpCall.command("PUT", "/a", new byte[10]);

    final TestTiming timing = new TestTiming();
    final List<String> said = new ArrayList<>();
    HttpCaller caller;

    @BeforeEach
    void open() {
        caller = caller(server.url());
    }

    @AfterEach
    void shut() {
        caller.close();
    }

    HttpCaller caller(ServerUrl url) {
        return caller(url, Authorization.basic("micromdm", Secret.of(PASSWORD)));
    }

    HttpCaller caller(ServerUrl url, Authorization authorization) {
        return new HttpCaller(url, authorization, PATIENT, REPEATS, link());
    }

    Link link() {
        RandomGenerator middle = () -> 1L << 63;
        return Link.direct(timing, middle).withDebug(said::add);
    }

    static TestServer.Act answer(int status, String fields) {
        return scene -> {
            scene.read();
            scene.write("HTTP/1.1 " + status + " Status\r\n" + fields + "Content-Length: 0\r\n\r\n");
        };
    }

    static TestServer.Act reset() {
        return scene -> {
            scene.read();
            scene.reset();
        };
    }

    static ServerUrl nobody() throws IOException {
        try (ServerSocket bound = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return ServerUrl.parse("http://127.0.0.1:" + bound.getLocalPort());
        }
    }

    long asked() {
        return said.stream()
                .filter(line -> line.matches(".* (GET|PUT|POST) /.*"))
                .count();
    }
}
