// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.Timing;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** One server, and a caller of it. */
@Timeout(60)
abstract class HttpCallerFixture {
    static final String PASSWORD = "correct horse: battery staple";

    static final HttpLimits PATIENT = new HttpLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), 1024 * 1024);

    /** Each call once. */
    static final Repeats ONCE = new Repeats(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    TestServer server;

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

    Exchange call(HttpLimits limits, HttpCall call) {
        return call(server.url(), limits, call);
    }

    static Exchange call(ServerUrl url, HttpLimits limits, HttpCall call) {
        try (HttpCaller caller = caller(url, limits)) {
            return caller.call(call);
        }
    }

    static HttpCaller caller(ServerUrl url, HttpLimits limits) {
        Authorization authorization = Authorization.basic("micromdm", Secret.of(PASSWORD));
        return new HttpCaller(url, authorization, limits, ONCE, Link.direct(Timing.SYSTEM, new SecureRandom()));
    }

    static Answer answer(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Answer.class);
        return (Answer) exchange;
    }
}
