// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Delivery.Deferred;
import dev.cmdm.mdm.http.Mdms;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quota of API calls. */
class QuotaTest extends UemFixture {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-28T00:00:00Z");

    @Test
    void sendsNothingMoreUntilTheResetOfASpentQuota() {
        server.then(quota(429, "5000", "0", String.valueOf(MIDNIGHT.getEpochSecond())), ACCEPTED);
        assertThat(send()).isEqualTo(new Deferred(MIDNIGHT, "its quota of API calls is used up"));
        assertThat(send()).isEqualTo(new Deferred(MIDNIGHT, "its quota of API calls is used up"));
        assertThat(server.requests()).hasSize(1);
        now = MIDNIGHT;
        assertThat(send()).isInstanceOf(Delivery.Queued.class);
    }

    @ParameterizedTest
    @CsvSource({"1795824000", "1795824000000", "50400", "2026-11-28T00:00:00Z", "'Sat, 28 Nov 2026 00:00:00 GMT'"})
    void readsAResetInWhateverFormItComes(String reset) {
        server.then(quota(429, "5000", "0", reset));
        assertThat(send()).isEqualTo(new Deferred(MIDNIGHT, "its quota of API calls is used up"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"86400000", "999999999", "2029-01-01T00:00:00Z"})
    void isSilentForADayAtMostWhateverAHeaderTells(String reset) {
        server.then(quota(429, "5000", "0", reset));
        assertThat(((Deferred) send()).until()).isEqualTo(now.plus(Duration.ofDays(1)));
    }

    @Test
    void waitsInTheRunForAMinuteThatIsSpent() {
        server.then(quota(429, "60", "0", "40"), ACCEPTED);
        assertThat(send()).isInstanceOf(Delivery.Queued.class);
        assertThat(Duration.between(Instant.parse("2026-11-27T10:00:00Z"), now))
                .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(42));
    }

    @Test
    void triesLaterWhereTheServerDoesNotSayUntilWhen() {
        server.then(answer(429, ""), answer(429, ""), answer(429, ""), answer(429, ""));
        assertThat(((Deferred) send()).until()).isBetween(now.plusSeconds(899), now.plusSeconds(901));
    }

    @Test
    void leavesTheReserveToOthers() {
        server.then(quota(202, "5000", "100", "50400"), quota(202, "5000", "99", "50400"));
        assertThat(send()).isInstanceOf(Delivery.Queued.class);
        assertThat(send()).as("the call that finds it out").isInstanceOf(Delivery.Queued.class);
        assertThat(send())
                .isEqualTo(new Deferred(
                        MIDNIGHT,
                        "only 99 API calls of its quota are left, and 100 are kept for others (mdm.quota_reserve)"));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void keepsNoMoreThanATenthOfASmallQuota() {
        server.then(quota(202, "60", "6", "30"), quota(202, "60", "5", "30"));
        assertThat(send()).isInstanceOf(Delivery.Queued.class);
        assertThat(send()).isInstanceOf(Delivery.Queued.class);
        assertThat(send()).isInstanceOf(Deferred.class);
    }

    @Test
    void usesTheQuotaUpWhereNothingIsKept() {
        settings.put("mdm.quota_reserve", "0");
        open();
        server.then(quota(202, "5000", "0", "0"), ACCEPTED);
        assertThat(send()).isInstanceOf(Delivery.Queued.class);
        assertThat(send()).isInstanceOf(Delivery.Queued.class);
    }

    @Test
    void readsTheQuotaOfQuestionsToo() {
        server.then(quota(200, "5000", "3", "50400"));
        mdm.standing(MAC);
        assertThat(send()).isInstanceOf(Deferred.class);
        assertThat(server.requests()).hasSize(1);
    }

    private Delivery send() {
        return mdm.send(MAC, Mdms.install("c-1"));
    }
}
