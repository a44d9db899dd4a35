// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.http.Exchange.Lost;
import dev.cmdm.mdm.http.Exchange.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Of many calls to a server that is down, one waits for it. */
class BreakerTest extends RepeatingFixture {
    @Test
    void fiftyCallsToAServerThatIsDownWaitAsLongAsOne() throws IOException {
        try (HttpCaller nobody = caller(nobody())) {
            String why = ((Unreachable) nobody.call(COMMAND)).why();
            for (int i = 0; i < 49; i++) {
                assertThat(((Unreachable) nobody.call(COMMAND)).why()).isEqualTo(why);
            }
        }
        assertThat(asked()).isEqualTo(4);
        assertThat(timing.sleeps()).hasSize(3);
    }

    @Test
    void fiftyQuestionsToAServerThatNeverAnswersAskItFourTimes() {
        for (int i = 0; i < 200; i++) {
            server.then(reset());
        }
        assertThat(caller.call(QUESTION)).isInstanceOf(Lost.class);
        for (int i = 0; i < 49; i++) {
            assertThat(caller.call(i % 2 == 0 ? QUESTION : COMMAND)).isInstanceOf(Unreachable.class);
        }
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void lostAnswersToCommandsAreTheSendersToJudge() {
        server.then(reset(), reset(), reset(), reset());
        for (int i = 0; i < 4; i++) {
            assertThat(caller.call(COMMAND)).isInstanceOf(Lost.class);
        }
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void aServerThatIsBackAfterAMinuteIsAskedAgain() throws IOException {
        ServerUrl url = nobody();
        try (HttpCaller patient = caller(url)) {
            assertThat(patient.call(COMMAND)).isInstanceOf(Unreachable.class);
            ServerSocket listener = new ServerSocket(url.port(), 50, InetAddress.getLoopbackAddress());
            try (TestServer back = TestServer.on(listener, "http")) {
                back.then(answer(201, ""), answer(201, ""));
                assertThat(patient.call(COMMAND)).isInstanceOf(Unreachable.class);
                timing.pass(Duration.ofSeconds(61));
                assertThat(answer(patient.call(COMMAND)).status()).isEqualTo(201);
                assertThat(answer(patient.call(COMMAND)).status()).isEqualTo(201);
            }
        }
    }

    @Test
    void whatWasStoppedTellsNothingAboutTheServer() {
        server.then(answer(200, ""), answer(200, ""));
        Thread.currentThread().interrupt();
        assertThat(caller.call(QUESTION)).isNotInstanceOf(Exchange.Answer.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer(caller.call(QUESTION)).status()).isEqualTo(200);
    }
}
