// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeferralTest {
    private static final Instant AT = Instant.parse("2026-11-27T10:00:00Z");

    @Test
    void holdsFromWhenItWasSaidUntilItsEnd() {
        Deferral deferral = deferral(Duration.ofHours(2));
        assertThat(deferral.holds(AT)).isTrue();
        assertThat(deferral.holds(AT.plus(Duration.ofHours(2)))).isFalse();
        assertThat(deferral.holds(AT.minusSeconds(1)))
                .as("a clock was put back")
                .isFalse();
    }

    @Test
    void holdsForADayAtMostAlsoWhereAJournalSaysOtherwise() {
        Deferral deferral = deferral(Duration.ofDays(1000));
        assertThat(deferral.holds(AT.plus(Duration.ofHours(23)))).isTrue();
        assertThat(deferral.holds(AT.plus(Duration.ofDays(1)))).isFalse();
        assertThat(deferral.words()).contains("until 2026-11-28T10:00:00Z");
    }

    private static Deferral deferral(Duration span) {
        return new Deferral("uem.acme.example:443", AT, AT.plus(span), "its quota is used up");
    }
}
