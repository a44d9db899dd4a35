// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallDateTest {
    @Test
    void readsWhatTheToolPrints() {
        assertThat(InstallDate.find("2026-01-31 00:00:00 +0000")).contains(Instant.parse("2026-01-31T00:00:00Z"));
    }

    @Test
    void heedsTheOffset() {
        assertThat(InstallDate.find("2026-01-31 00:30:00 +0130")).contains(Instant.parse("2026-01-30T23:00:00Z"));
        assertThat(InstallDate.find("2026-01-31 00:30:00 -0800")).contains(Instant.parse("2026-01-31T08:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-31",
                "2026-01-31T00:00:00Z",
                "2026-01-31 00:00:00",
                "2026-01-31 00:00:00 +0000 ",
                "2026-02-30 00:00:00 +0000",
                "2026-01-31 24:00:00 +0000",
                "2026-01-31 00:00:60 +0000",
                "2026-01-31 00:00:00 +1900",
                "2026-01-31 00:00:00 +0075",
                "2026-01-31 00:00:00 *0000",
                "２026-01-31 00:00:00 +0000"
            })
    void findsNothingInAnythingElse(String printed) {
        assertThat(InstallDate.find(printed)).isEmpty();
    }

    @Test
    void printsAsTheToolWould() {
        String printed = "2026-01-31 12:00:09 +0000";
        assertThat(InstallDate.print(InstallDate.find(printed).orElseThrow())).isEqualTo(printed);
    }
}
