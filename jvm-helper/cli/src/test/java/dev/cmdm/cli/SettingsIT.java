// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsIT {
    private final SimulatedMac mac = World.mac(World.Product.NANOMDM);
    private final Shipped cmdm = new Shipped(mac);

    @Test
    void anAuditInTheFileOfThisMachineStopsEverybody() throws IOException {
        mac.declare("com.acme.a", 600);
        Path file = Files.createDirectories(mac.root().resolve("etc/cmdm")).resolve("cmdm.yaml");
        Files.writeString(file, "mode: audit\n");
        try {
            Ended run = cmdm.apply();
            assertThat(run.out()).containsPattern("install +com\\.acme\\.a").contains("Nothing was changed.");
            assertThat(run.exit()).isZero();
            assertThat(mac.sent("InstallProfile")).isEmpty();
        } finally {
            Files.delete(file);
        }
        assertThat(cmdm.apply().out()).contains("1 done");
    }

    @Test
    void theRemovalLimitAndTheWaitOfThisMachineHold() {
        mac.declare("com.acme.a", 600);
        mac.declare("com.acme.b", 600);
        mac.declare("com.acme.c", 600);
        cmdm.apply("--complete", "com.acme");
        mac.drop("com.acme.a");
        mac.drop("com.acme.b");
        Ended limited = cmdm.with("CMDM_REMOVAL_LIMIT", "1").apply("--complete", "com.acme");
        assertThat(limited.exit()).isEqualTo(1);
        assertThat(mac.sent("RemoveProfile")).isEmpty();

        mac.faults("{\"asleep\": true}");
        Ended hasty = cmdm.with("CMDM_WAIT_SECONDS", "0").apply("--complete", "com.acme", "--removal-limit", "2");
        assertThat(hasty.out()).contains("2 pending");
    }

    @Test
    void showsWhatHoldsAndWhereItWasSet() {
        Ended shown = cmdm.run("config", "show", "--origin", "--mdm-url", "https://mdm.acme.example");
        assertThat(shown.out())
                .containsPattern("mdm\\.product +nanomdm +CMDM_MDM_PRODUCT")
                .containsPattern("mdm\\.url +https://mdm\\.acme\\.example +the command line")
                .containsPattern("mdm\\.credential +file:\\S+ +CMDM_MDM_CREDENTIAL")
                .containsPattern("removal_limit +3 +default")
                .doesNotContain(World.PASSWORD);
        Ended wrong =
                cmdm.with("CMDM_MODE", "off").with("CMDM_WAIT_SECONDS", "soon").run("config", "show");
        assertThat(wrong.exit()).isEqualTo(78);
        assertThat(wrong.err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("mode (set by CMDM_MODE)", "wait_seconds (set by CMDM_WAIT_SECONDS)"));
    }
}
