// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Carries out the plan that somebody looked at, and no other. */
class ShownPlanIT {
    private final SimulatedMac mac = World.mac(World.Product.MICROMDM);
    private final Shipped cmdm = new Shipped(mac);

    @BeforeEach
    void declareTwo() {
        mac.declare("com.acme.a", 600);
        mac.declare("com.acme.b", 600);
    }

    @Test
    void whatWasShownIsDone() throws IOException {
        Ended run = cmdm.apply("--plan", shown(cmdm).toString());
        assertThat(run.out()).contains("2 done, 0 in place.");
        assertThat(run.exit()).isZero();
        assertThat(mac.listing()).containsExactly("com.acme.a", "com.acme.b");
    }

    @Test
    void anEditSinceThenIsRefusedInOneLine() throws IOException {
        Path plan = shown(cmdm);
        mac.declare("com.acme.b", 900);
        refusesWhatChanged(cmdm.apply("--plan", plan.toString()));
        assertThat(mac.sent("InstallProfile")).isEmpty();
    }

    @Test
    void aMacThatChangedSinceThenIsLeftAsItIsInAuditToo() throws IOException {
        Path plan = shown(cmdm);
        assertThat(cmdm.run(
                                "apply",
                                mac.profiles()
                                        .resolve("com.acme.a.mobileconfig")
                                        .toString())
                        .exit())
                .isZero();
        refusesWhatChanged(cmdm.apply("--plan", plan.toString()));
        refusesWhatChanged(cmdm.apply("--dry-run", "--plan", plan.toString()));
        assertThat(mac.listing()).containsExactly("com.acme.a");
    }

    @Test
    void aPlanOfAnotherMacIsRefusedThoughItsDigestIsTheSame() throws IOException {
        Path foreign = shown(new Shipped(World.mac(World.Product.MICROMDM)), mac.profiles());
        Ended run = cmdm.apply("--plan", foreign.toString());
        assertThat(run.err()).hasLineCount(1).contains("the plan was made for another Mac", "cmdm plan -o json");
        assertThat(run.exit()).isEqualTo(65);
        assertThat(mac.sent("InstallProfile")).isEmpty();
    }

    @Test
    void aFileWithoutAPlanIsNamed() throws IOException {
        Path state = mac.folder().resolve("state.json");
        Files.writeString(state, cmdm.run("state", "-o", "json").out());
        Path broken = mac.folder().resolve("broken.json");
        Files.writeString(broken, Files.readString(shown(cmdm)).substring(0, 200));
        for (Path file : new Path[] {state, broken}) {
            Ended run = cmdm.apply("--plan", file.toString());
            assertThat(run.err()).hasLineCount(1).contains(file.toString(), "it holds no plan", "cmdm plan -o json");
            assertThat(run.exit()).isEqualTo(65);
        }
        assertThat(mac.sent("InstallProfile")).isEmpty();
    }

    private static void refusesWhatChanged(Ended run) {
        assertThat(run.err())
                .hasLineCount(1)
                .contains("the plan changed since it was shown", "nothing was done", "cmdm plan");
        assertThat(run.exit()).isEqualTo(5);
    }

    private Path shown(Shipped planner) throws IOException {
        return shown(planner, mac.profiles());
    }

    private Path shown(Shipped planner, Path profiles) throws IOException {
        return Files.writeString(
                mac.folder().resolve("plan.json"),
                planner.run("plan", "-o", "json", profiles.toString()).out());
    }
}
