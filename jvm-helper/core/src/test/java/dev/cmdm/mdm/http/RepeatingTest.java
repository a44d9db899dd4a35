// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Meeting;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.Exchange.Lost;
import dev.cmdm.mdm.http.Exchange.Unreachable;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is repeated, after which pauses, and what never. */
class RepeatingTest extends RepeatingFixture {
    @Test
    void repeatsWhatTheServerSentAwayUnreadAfterThePauseThatItAskedFor() {
        server.then(answer(429, "Retry-After: 2\r\n"), answer(503, "Retry-After: 3\r\n"), answer(201, ""));
        assertThat(answer(caller.call(COMMAND)).status()).isEqualTo(201);
        assertThat(timing.sleeps()).containsExactly(Duration.ofMillis(2500), Duration.ofMillis(3500));
        assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fri, 27 Nov 2026 07:00:20 GMT",
                "Friday, 27-Nov-26 07:00:20 GMT",
                "Fri Nov 27 07:00:20 2026",
                "20"
            })
    void understandsEachFormOfThePauseThatAServerAsksFor(String form) {
        server.then(answer(429, "Retry-After: " + form + "\r\n"), answer(200, ""));
        assertThat(answer(caller.call(QUESTION)).status()).isEqualTo(200);
        assertThat(timing.sleeps()).containsExactly(Duration.ofMillis(20_500));
    }

    @Test
    void measuresAMomentByTheServersOwnClock() {
        server.then(
                answer(429, "Date: Fri, 27 Nov 2026 09:00:00 GMT\r\nRetry-After: Fri, 27 Nov 2026 09:00:05 GMT\r\n"),
                answer(200, ""));
        caller.call(QUESTION);
        assertThat(timing.sleeps()).containsExactly(Duration.ofMillis(5500));
    }

    @Test
    void backsOffByItselfWhenALimiterNamesNoPause() {
        server.then(answer(429, ""), answer(429, "Retry-After: soon\r\n"), answer(429, ""), answer(201, ""));
        assertThat(answer(caller.call(COMMAND)).status()).isEqualTo(201);
        assertThat(timing.sleeps())
                .containsExactly(Duration.ofMillis(750), Duration.ofMillis(1500), Duration.ofMillis(3000));
    }

    @Test
    void takesTheResetOfARateLimitForThePause() {
        server.then(answer(429, "X-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: 7\r\n"), answer(200, ""));
        caller.call(QUESTION);
        assertThat(timing.sleeps()).containsExactly(Duration.ofMillis(7500));
    }

    @Test
    void waitsBeforeTheNextRequestWhenTheLastOneUsedUpTheLimit() {
        long reset = TestTiming.START.plusSeconds(9).getEpochSecond();
        server.then(answer(200, "x-ratelimit-remaining: 0\r\nx-ratelimit-reset: " + reset + "\r\n"), answer(200, ""));
        caller.call(QUESTION);
        assertThat(timing.sleeps()).isEmpty();
        caller.call(QUESTION);
        assertThat(timing.sleeps()).containsExactly(Duration.ofSeconds(9));
    }

    @Test
    void tellsWhatAServerShowsOfItselfBesideItsAnswer() {
        List<Meeting> met = new ArrayList<>();
        server.then(answer(200, "Date: Fri, 27 Nov 2026 07:01:10 GMT\r\nX-RateLimit-Remaining: 17\r\n"));
        try (HttpCaller watched = new HttpCaller(
                server.url(), Authorization.bearer(Secret.of("t")), PATIENT, ONCE, link().withMet(met::add))) {
            watched.call(QUESTION);
        }
        assertThat(met)
                .containsExactly(new Meeting(
                        server.url().address(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Duration.ofSeconds(70)),
                        Optional.of(17L),
                        Optional.empty()));
    }

    @Test
    void handsOverTheRefusalOfALimiterWhoseResetIsTomorrow() {
        server.then(answer(429, "x-ratelimit-remaining: 0\r\nx-ratelimit-reset: 86400\r\n"), answer(200, ""));
        Answer refused = answer(caller.call(COMMAND));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().find("x-ratelimit-reset")).contains("86400");
        assertThat(timing.sleeps()).isEmpty();
    }

    @Test
    void repeatsAQuestionWhoseAnswerWasLostAndNoCommand() {
        server.then(reset(), reset(), answer(200, ""));
        assertThat(caller.call(COMMAND)).isInstanceOf(Lost.class);
        assertThat(server.requests()).hasSize(1);
        assertThat(answer(caller.call(QUESTION)).status()).isEqualTo(200);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void repeatsAQuestionAfterAGatewaysFailureAndNoCommand() {
        server.then(answer(503, ""), answer(502, ""), answer(504, ""), answer(200, ""));
        assertThat(answer(caller.call(COMMAND)).status()).isEqualTo(503);
        assertThat(answer(caller.call(QUESTION)).status()).isEqualTo(200);
        assertThat(server.requests()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 404, 409, 500})
    void repeatsNoAnswerThatWouldBeTheSameAgain(int status) {
        server.then(answer(status, ""), answer(200, ""));
        assertThat(answer(caller.call(QUESTION)).status()).isEqualTo(status);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void triesAServerThatIsNotReachedFourTimesWithACommandToo() throws IOException {
        try (HttpCaller nobody = caller(nobody())) {
            assertThat(nobody.call(COMMAND)).isInstanceOf(Unreachable.class);
        }
        assertThat(asked()).isEqualTo(4);
        assertThat(timing.sleeps()).hasSize(3);
    }

    @Test
    void neverSleepsPastWhatARunMayWaitInAll() {
        for (int i = 0; i < 40; i++) {
            server.then(answer(429, "Retry-After: 7\r\n"));
        }
        for (int i = 0; i < 10; i++) {
            assertThat(answer(caller.call(COMMAND)).status()).isEqualTo(429);
        }
        Duration all = timing.sleeps().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isLessThanOrEqualTo(REPEATS.whole()).isGreaterThan(Duration.ofSeconds(45));
        assertThat(server.requests()).hasSizeLessThan(20);
    }

    @Test
    void sendsNothingMoreOnceAnEndIsWanted() {
        server.then(answer(429, "Retry-After: 2\r\n"), answer(201, ""));
        timing.end();
        assertThat(answer(caller.call(COMMAND)).status()).isEqualTo(429);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void sendsNothingWhenAnEndIsWantedWhileALimitResets() {
        server.then(answer(200, "x-ratelimit-remaining: 0\r\nx-ratelimit-reset: 9\r\n"), answer(200, ""));
        caller.call(QUESTION);
        timing.end();
        assertThat(caller.call(COMMAND)).isInstanceOf(Unreachable.class);
        assertThat(server.requests()).hasSize(1);
    }
}
