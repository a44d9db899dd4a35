// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.server.Devices;
import dev.cmdm.simulator.server.Report;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageTest {
    private final FileKv files = new FileKv();
    private final Postgres postgres = new Postgres(new Devices(Clock.systemUTC()));

    @Test
    void filesOfferWhatWasPutOffFirstAtTheNextCheckIn() throws Exception {
        files.enqueue(List.of("mac"), command("a"));
        files.enqueue(List.of("mac"), command("b"));
        assertThat(next(false)).isEqualTo("a");
        files.report(report("NotNow", "a"));
        assertThat(next(true)).isEqualTo("b");
        files.report(report("Acknowledged", "b"));
        assertThat(next(false)).isEqualTo("a");
    }

    @Test
    void filesOfferNothingWhenAllWasPutOff() throws Exception {
        files.enqueue(List.of("mac"), command("a"));
        files.report(report("NotNow", "a"));
        assertThat(next(true)).isEqualTo("nothing");
    }

    @Test
    void filesRefuseACommandUuidForEverEvenAfterItWasAnswered() throws Exception {
        files.enqueue(List.of("mac"), command("a"));
        files.report(report("Acknowledged", "a"));
        assertThatThrownBy(() -> files.enqueue(List.of("other"), command("a"))).hasMessage("command already exists: a");
    }

    @Test
    void filesForgetTheQueueWhenACommandIsAnsweredThatIsNotInIt() throws Exception {
        files.enqueue(List.of("mac"), command("a"));
        files.report(report("Acknowledged", "unknown"));
        assertThat(next(false)).isEqualTo("nothing");
    }

    @Test
    void aRolledBackCommandUuidMayBeUsedAgainOnPostgres() {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> postgres.enqueue(List.of("unknown"), command("a")))
                    .hasMessageContaining("enrollment_queue_id_fkey");
        }
    }

    @Test
    void postgresRefusesACommandUuidThatIsTooLong() {
        assertThatThrownBy(() -> postgres.enqueue(List.of("unknown"), command("u".repeat(128))))
                .hasMessage("pq: value too long for type character varying(127)");
    }

    @ParameterizedTest
    @CsvSource({"C3BC20D201,0xd2 0x01", "6100,0x00", "E282,0xe2 0x82", "41FF42,0xff", "F09F98,0xf0 0x9f 0x98"})
    void postgresNamesTheFirstBytesThatAreNoText(String bytes, String named) {
        assertThat(PostgresText.findComplaint(HexFormat.of().parseHex(bytes)))
                .contains("pq: invalid byte sequence for encoding \"UTF8\": " + named);
    }

    @Test
    void postgresTakesTextOfAllLengths() {
        assertThat(PostgresText.findComplaint("aü€😀".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private String next(boolean skipNotNow) {
        return files.next("mac", skipNotNow).map(Command::uuid).orElse("nothing");
    }

    private static Command command(String uuid) {
        return new Command(uuid, "ProfileList", Optional.empty(), "<?xml".getBytes(StandardCharsets.UTF_8));
    }

    private static Report report(String status, String uuid) {
        return new Report("mac", status, uuid, new byte[0]);
    }
}
