// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.simulator.mac.Approval;
import dev.cmdm.simulator.mac.MacSettings.User;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldFileTest {
    private static final String SERVERS =
            "\"servers\":[{\"name\":\"micromdm\",\"product\":\"micromdm\",\"apiKey\":\"k\"}]";
    private static final String MAC = "\"name\":\"mac1\",\"serial\":\"S\",\"udid\":\"U\",\"macos\":\"15.1\"";

    @TempDir
    private Path folder;

    @Test
    void readsAMacWithItsDefaults() throws Exception {
        World.Mac mac =
                read("{" + SERVERS + ",\"macs\":[{" + MAC + "}]}").macs().get(0);

        assertThat(mac.settings().build()).isEqualTo("24B83");
        assertThat(mac.settings().users()).containsExactly(new User("alice", 501));
        assertThat(mac.settings().shortestDelay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(mac.settings().longestDelay()).isEqualTo(Duration.ofMillis(2500));
        assertThat(mac.enrollment()).isEmpty();
        assertThat(mac.asUid()).isEmpty();
    }

    @Test
    void readsEverythingThatAMacCanSay() throws Exception {
        World.Mac mac = read("{" + SERVERS + ",\"macs\":[{" + MAC
                        + ",\"model\":\"Mac15,3\",\"build\":\"24B91\",\"users\":[{\"name\":\"bob\",\"uid\":502}],"
                        + "\"enrollment\":{\"server\":\"micromdm\",\"approval\":\"automated\"},"
                        + "\"checkInDelaySeconds\":[0.1,0.2],\"listingLagSeconds\":0,\"asUid\":0,"
                        + "\"installed\":[{\"file\":\"a.mobileconfig\",\"origin\":\"local\",\"user\":\"bob\"}]}]}")
                .macs()
                .get(0);

        assertThat(mac.settings().longestDelay()).isEqualTo(Duration.ofMillis(200));
        assertThat(mac.settings().listingLag()).isZero();
        assertThat(mac.enrollment()).contains(new World.EnrolledWith("micromdm", Approval.AUTOMATED));
        assertThat(mac.installed().get(0).file()).isEqualTo(folder.resolve("a.mobileconfig"));
        assertThat(mac.asUid()).contains(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "checkInDelaySeconds":[0,1]                     | world.json.macs[0].checkInDelaySeconds: [shortest, longest]
                    "checkInDelaySeconds":[2,1]                     | world.json.macs[0].checkInDelaySeconds: [shortest, longest]
                    "enrollment":{"server":"other"}                 | world.json.macs: mac1 is enrolled with other, which is not
                    "enrollment":{"approval":"mdm"}                 | world.json.macs[0].enrollment.server: the name of a server
                    "enrollment":{"server":"micromdm","approval":"x"} | world.json.macs[0].enrollment.approval: none, mdm,
                    "installed":[{"file":"a","origin":"mdm"}]       | world.json.macs[0].installed[0].origin: local is expected
                    "lag":1                                         | world.json.macs[0].lag: no such field
                    """)
    void saysWhereAMacIsWrong(String field, String message) {
        assertThatThrownBy(() -> read("{" + SERVERS + ",\"macs\":[{" + MAC + "," + field + "}]}"))
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesANameThatWouldLeaveTheFolder() {
        assertThatThrownBy(() -> read("{\"macs\":[{" + MAC.replace("mac1", "../mac1") + "}]}"))
                .hasMessageStartingWith("world.json.macs[0].name: letters");
    }

    @Test
    void refusesTwoMacsOfOneUdid() {
        String other = MAC.replace("mac1", "mac2").replace("\"U\"", "\"u\"");

        assertThatThrownBy(() -> read("{\"macs\":[{" + MAC + "},{" + other + "}]}"))
                .hasMessage("world.json.macs: U is there twice");
    }

    private World read(String json) throws Exception {
        return WorldFile.read(Files.writeString(folder.resolve("world.json"), json));
    }
}
