// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.json.Fields;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkspaceOneQuotaTest extends WorkspaceOneFixture {
    @Test
    void countsCallsByTheMinuteAndByTheDay() {
        start("{\"quotaPerMinute\":2,\"quotaPerDay\":3}");
        enroll();
        assertThat(quotaOf(device())).isEqualTo("200: 1 of 2");
        assertThat(quotaOf(device())).isEqualTo("200: 0 of 2");
        var refused = device();
        assertThat(quotaOf(refused)).isEqualTo("429: 0 of 2");
        assertThat(refused.headers()).containsEntry("x-ratelimit-reset", String.valueOf(nextMinute()));
        options.now = options.now.plus(Duration.ofMinutes(1));
        assertThat(quotaOf(device())).isEqualTo("200: 0 of 3");
        assertThat(quotaOf(device())).isEqualTo("429: 0 of 3");
        options.now = options.now.plus(Duration.ofDays(1));
        assertThat(quotaOf(device())).isEqualTo("200: 1 of 2");
    }

    @Test
    void tellsTheSecondsUntilTheResetWhereTheWorldSaysSo() {
        start("{\"quotaPerMinute\":1,\"quotaReset\":\"seconds\"}");
        enroll();
        assertThat(device().headers()).containsEntry("x-ratelimit-reset", "49");
    }

    @Test
    void beginsToCountAnewOverTheControlApi() {
        start("{\"quotaPerDay\":1}");
        enroll();
        device();
        stage.server.control("PUT quota", Fields.parse("request", "{}"));
        assertThat(quotaOf(device())).isEqualTo("200: 0 of 1");
        stage.server.control("PUT quota", Fields.parse("request", "{\"perDay\":0}"));
        assertThat(device().headers()).doesNotContainKey("x-ratelimit-limit");
    }

    @Test
    void doesNotCountWhoWasTurnedAway() {
        start("{\"quotaPerDay\":1}");
        enroll();
        stage.call("GET", "/api/mdm/devices", basic("cmdm:wrong"), "");
        assertThat(quotaOf(device())).isEqualTo("200: 0 of 1");
    }

    private Answer device() {
        return get("/api/mdm/devices?searchby=Serialnumber&id=" + Messages.SERIAL);
    }

    private long nextMinute() {
        return (options.now.getEpochSecond() / 60 + 1) * 60;
    }

    private static String quotaOf(Answer answer) {
        return answer.status() + ": " + answer.headers().get("x-ratelimit-remaining") + " of "
                + answer.headers().get("x-ratelimit-limit");
    }
}
