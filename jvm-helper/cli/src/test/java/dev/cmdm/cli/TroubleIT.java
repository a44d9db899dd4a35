// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroubleIT {
    private final SimulatedMac mac = World.mac(World.Product.MICROMDM);
    private final Shipped cmdm = new Shipped(mac);

    @Test
    void saysInOneLineThatTheMdmIsDown() throws IOException {
        mac.declare("com.acme.a", 600);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Ended run = cmdm.with("CMDM_MDM_URL", "http://127.0.0.1:" + port).apply();
        assertThat(run.exit()).isEqualTo(69);
        assertSaidOnce(run, "127.0.0.1:" + port + ": the MDM was not reached: connection refused");
        assertNothingChanged();
    }

    @Test
    void saysInOneLineThatItCouldNotAskWhatBecameOfAnEarlierCommand() throws IOException {
        mac.declare("com.acme.a", 600);
        mac.faults("{\"asleep\": true}");
        cmdm.apply("--wait", "0");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Ended run = cmdm.with("CMDM_MDM_URL", "http://127.0.0.1:" + port).apply("--wait", "0");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).containsPattern("pending +com\\.acme\\.a");
        assertSaidOnce(run, "what is queued at the MDM could not be found out: 127.0.0.1:" + port);
        assertThat(mac.sent("InstallProfile")).hasSize(1);
    }

    @Test
    void aPlanSaysWhatWouldStandInTheWayOfSending() {
        mac.declare("com.acme.a", 600);
        Ended plan = cmdm.with("CMDM_MDM_CREDENTIAL", "env:NOT_SET").plan();
        assertThat(plan.out()).contains("install", "(mdm-not-usable)");
        assertSaidOnce(plan, "NOT_SET");
    }

    @Test
    void saysThatALineOfTheJournalWasAltered() throws IOException {
        mac.declare("com.acme.a", 600);
        cmdm.apply();
        Path journal = cmdm.state().resolve("journal");
        Files.writeString(journal, Files.readString(journal).replaceFirst("com\\.acme\\.a", "com.acme.z"));
        assertSaidOnce(cmdm.plan(), "(journal-not-whole)");
        assertThat(cmdm.run("status").out()).contains("Nothing is known to be pending.");
    }

    @Test
    void saysInOneLineThatThePasswordIsWrong() {
        mac.declare("com.acme.a", 600);
        cmdm.credential("another-password");
        Ended run = cmdm.apply();
        assertThat(run.exit()).isEqualTo(77);
        assertSaidOnce(run, "credential");
        assertNothingChanged();
    }

    @Test
    void saysInOneLineThatTheMacIsNotEnrolled() {
        mac.declare("com.acme.a", 600);
        mac.unenroll();
        Ended run = cmdm.apply();
        assertThat(run.exit()).isEqualTo(1);
        assertSaidOnce(run, "is not enrolled in an MDM");
        assertNothingChanged();
    }

    @Test
    void deliversFourWhenOneOfFiveIsBroken() {
        for (String name : List.of("a", "b", "d", "e")) {
            mac.declare("com.acme." + name, 600);
        }
        mac.write("com.acme.c", TestProfile.of("com.acme.c", 600).replace("</array>", ""));
        Ended run = cmdm.apply("--complete", "com.acme");
        assertThat(run.exit()).isEqualTo(65);
        assertSaidOnce(run, "com.acme.c");
        assertThat(mac.listing()).containsExactly("com.acme.a", "com.acme.b", "com.acme.d", "com.acme.e");
        assertThat(mac.sent("InstallProfile")).hasSize(4);
    }

    @Test
    void removesNothingWhileAnEntryOfTheListIsBroken() {
        mac.declare("com.acme.a", 600);
        mac.declare("com.acme.b", 600);
        cmdm.apply("--complete", "com.acme");
        mac.drop("com.acme.b");
        mac.write("com.acme.c", "no profile");
        assertThat(cmdm.apply("--complete", "com.acme").exit()).isEqualTo(65);
        assertThat(mac.listing()).containsExactly("com.acme.a", "com.acme.b");
        assertThat(mac.sent("RemoveProfile")).isEmpty();
    }

    @Test
    void saysInOneLineThatTheListingFailed() {
        mac.declare("com.acme.a", 600);
        for (String fault : List.of("fails", "garbage", "truncated", "sentence")) {
            mac.faults("{\"listing\": \"" + fault + "\"}");
            Ended run = cmdm.apply("--complete", "com.acme");
            assertThat(run.exit()).as(fault).isEqualTo(1);
            assertSaidOnce(run, "profiles");
        }
        assertNothingChanged();
    }

    @Test
    void removesNoMoreThanTheLimitAndNoneOfThemThen() {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            mac.declare("com.acme." + name, 600);
        }
        cmdm.apply("--complete", "com.acme");
        for (String name : List.of("a", "b", "c", "d")) {
            mac.drop("com.acme." + name);
        }
        Ended run = cmdm.apply("--complete", "com.acme", "--detailed-exitcode");
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out()).contains("4 blocked");
        assertThat(mac.listing()).hasSize(5);
        assertThat(mac.sent("RemoveProfile")).isEmpty();
    }

    @Test
    void refusesAMacRootWithoutAStateFolder() {
        Ended run = cmdm.without("CMDM_STATE_DIR").run("state");
        assertThat(run.exit()).isEqualTo(78);
        assertSaidOnce(run, "CMDM_STATE_DIR");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void changesNothingWithoutTheViewOfRootAndSaysSo() throws IOException {
        mac.declare("com.acme.a", 600);
        Files.writeString(mac.root().resolveSibling(mac.name()).resolve("as-uid"), "501");
        Ended apply = cmdm.apply();
        assertThat(apply.exit()).isEqualTo(1);
        assertSaidOnce(apply, "sudo");
        assertThat(cmdm.plan().out()).contains("may be incomplete");
        assertNothingChanged();
    }

    /** One line of one stream names the trouble. */
    private static void assertSaidOnce(Ended run, String words) {
        assertThat((run.out() + "\n" + run.err()).lines().filter(line -> line.contains(words)))
                .as(run.toString())
                .hasSize(1);
        assertThat(run.out() + run.err()).doesNotContain("\tat ", "Exception");
    }

    private void assertNothingChanged() {
        assertThat(mac.listing()).isEmpty();
        assertThat(mac.sent("InstallProfile")).isEmpty();
        assertThat(mac.carriedOut("InstallProfile")).isZero();
    }
}
