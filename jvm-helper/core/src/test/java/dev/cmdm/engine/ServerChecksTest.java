// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cmdm.answer.Result.DoctorLine;
import dev.cmdm.answer.Result.DoctorLine.Status;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.Meeting;
import dev.cmdm.mdm.SizeLimit;
import dev.cmdm.mdm.SizeUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    private static final String AT = "mdm.acme.example:443";
    private static final Capabilities ABLE = Capabilities.of("MicroMDM", new SizeLimit(2000, SizeUnit.BYTES));

    @Test
    void allIsWellWithATimelyServer() {
        assertThat(lines(meeting(90, Duration.ofSeconds(2), Optional.of(5000L))))
                .extracting(DoctorLine::status, DoctorLine::subject, DoctorLine::text)
                .containsExactly(
                        tuple(Status.OK, "TLS", AT + ": TLSv1.3, its certificate is good for 90 days"),
                        tuple(Status.OK, "clock", "goes with that of " + AT),
                        tuple(Status.OK, "quota", AT + " takes 5000 calls more, more in 60 s"),
                        tuple(Status.OK, "limits", "a command carries a profile of up to 2000 bytes"));
    }

    @Test
    void aCertificateThatEndsSoonIsAWarning() {
        DoctorLine tls = lines(meeting(12, Duration.ZERO, Optional.empty())).get(0);
        assertThat(tls.status()).isEqualTo(Status.WARN);
        assertThat(tls.text()).endsWith("good for 12 days");
        assertThat(tls.hint()).contains("renew it");
    }

    @Test
    void aClockThatIsOffIsSaidWithItsDirection() {
        DoctorLine behind =
                lines(meeting(90, Duration.ofSeconds(70), Optional.empty())).get(1);
        assertThat(behind.status()).isEqualTo(Status.WARN);
        assertThat(behind.text()).isEqualTo("70 s behind that of " + AT);
        DoctorLine ahead =
                lines(meeting(90, Duration.ofSeconds(-400), Optional.empty())).get(1);
        assertThat(ahead.status()).isEqualTo(Status.FAIL);
        assertThat(ahead.text()).isEqualTo("400 s ahead of that of " + AT);
        assertThat(ahead.hint()).contains("set this machine's clock");
    }

    @Test
    void aQuotaBelowTheReserveIsAWarning() {
        DoctorLine quota = lines(meeting(90, Duration.ZERO, Optional.of(100L))).get(2);
        assertThat(quota.status()).isEqualTo(Status.WARN);
        assertThat(quota.hint()).contains("mdm.quota_reserve (100)");
    }

    @Test
    void aServerOnThisMachineNeedsNoTlsAndOneThatTellsNothingGetsNoLineForIt() {
        Meeting plain = new Meeting(
                "127.0.0.1:8080",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(lines(plain))
                .extracting(DoctorLine::text)
                .containsExactly(
                        "none: 127.0.0.1:8080 is on this machine", "a command carries a profile of up to 2000 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "BYTES, a command carries a profile of up to 2000 bytes",
        "COMMAND_XML, a command carries a profile of up to 2000 characters",
        "FLEET_REQUEST, a command carries a profile of up to 2000 bytes of the request"
    })
    void theLimitIsSaidInWhatTheServerCounts(SizeUnit unit, String text) {
        Capabilities able = Capabilities.of("Some", new SizeLimit(2000, unit));
        assertThat(new ServerChecks(NOW, 100).lines(List.of(), able))
                .extracting(DoctorLine::text)
                .containsExactly(text);
    }

    private static List<DoctorLine> lines(Meeting meeting) {
        return new ServerChecks(NOW, 100).lines(List.of(meeting), ABLE);
    }

    private static Meeting meeting(int days, Duration skew, Optional<Long> remaining) {
        return new Meeting(
                AT,
                Optional.of("TLSv1.3"),
                Optional.of(NOW.plus(Duration.ofDays(days))),
                Optional.of(skew),
                remaining,
                remaining.map(left -> Duration.ofSeconds(60)));
    }
}
