// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class StatusIT {
    private static final String NAME = "com.acme.a";

    private final SimulatedMac mac = World.mac(World.Product.MICROMDM);
    private final Shipped cmdm = new Shipped(mac);

    @Test
    void saysWhatIsPendingWhyAndWhatComesNext() {
        leavePending();
        Ended status = cmdm.run("status", "--detailed-exitcode");
        assertThat(status.out())
                .containsPattern("com\\.acme\\.a +pending +sent .* not seen on this Mac")
                .contains("owner cli, attempt 1; sent anew in ", "cmdm retry com.acme.a", "1 pending.");
        assertThat(status.exit()).isEqualTo(3);
        assertThat(cmdm.run("status", "com.acme.other").out()).contains("Nothing is pending.");
        assertThat(cmdm.run("status", "-o", "json").out())
                .contains("\"code\":\"sent-not-seen\"", "\"identifier\":\"com.acme.a\"");
    }

    @Test
    void letsTheNextRunSendAgainWhatAPersonWantsRetried() {
        leavePending();
        assertThat(cmdm.apply("--wait", "0").out()).contains("1 pending");
        assertThat(mac.sent("InstallProfile")).hasSize(1);

        Ended retry = cmdm.run("retry", NAME);
        assertThat(retry.out()).contains("com.acme.a: will be sent anew by the next run");
        assertThat(retry.exit()).isZero();
        assertThat(cmdm.run("retry", NAME).out()).contains("com.acme.a: nothing is pending for it");
        assertThat(cmdm.run("retry", NAME).exit()).isEqualTo(1);

        cmdm.apply("--wait", "0");
        assertThat(mac.sent("InstallProfile")).hasSize(2);
    }

    @Test
    void letsGoOfAProfileSoThatACompleteSetOwnsItNoMore() {
        mac.declare(NAME, 600);
        mac.declare("com.other.b", 600);
        cmdm.apply();
        assertThat(cmdm.run("forget", "com.other.b").out()).contains("com.other.b: nothing is remembered of it");
        mac.drop("com.other.b");
        assertThat(cmdm.apply("--complete", "com.acme").out()).contains("0 changes");
        assertThat(mac.sent("RemoveProfile")).isEmpty();
    }

    @Test
    void tellsWhatWasSentAndWhatCameOfIt() {
        mac.declare(NAME, 600);
        cmdm.apply();
        Ended history = cmdm.run("history");
        assertThat(history.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).containsPattern("cli +sent +com\\.acme\\.a +InstallProfile"),
                        line -> assertThat(line).containsPattern("cli +queued +com\\.acme\\.a"),
                        line -> assertThat(line).containsPattern("cli +seen +com\\.acme\\.a +seen on this Mac"));
        assertThat(cmdm.run("history", "--limit", "1").out().lines()).hasSize(1);
        assertThat(cmdm.run("history", "com.acme.other").out()).contains("Nothing was sent");
    }

    @Test
    void letsNobodyButRootChangeWhatIsRemembered() throws Exception {
        leavePending();
        Files.writeString(mac.root().resolveSibling(mac.name()).resolve("as-uid"), "501");
        for (String command : new String[] {"retry", "forget"}) {
            Ended run = cmdm.run(command, NAME);
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains("run with sudo");
        }
        assertThat(cmdm.run("status").out()).contains("1 pending.");
    }

    private void leavePending() {
        mac.declare(NAME, 600);
        mac.faults("{\"asleep\": true}");
        cmdm.apply("--wait", "0");
    }
}
