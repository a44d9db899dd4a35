// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** NanoHUB answers as NanoMDM does, elsewhere and to another user. */
class NanoHubIT {
    private final SimulatedMac mac = World.mac(World.Product.NANOHUB);
    private final Shipped cmdm = new Shipped(mac);

    @Test
    void installsAndThenAsksNothingAndRemovesWhatIsNoLongerDeclared() {
        mac.declare("com.acme.a", 600);
        mac.declare("com.acme.b", 600);
        Ended first = cmdm.apply("--complete", "com.acme");
        assertThat(first.out()).contains("NanoHUB at ").contains("2 done, 0 in place.");
        assertThat(first.exit()).isZero();
        assertThat(mac.listing()).containsExactly("com.acme.a", "com.acme.b");
        assertThat(mac.sent("InstallProfile"))
                .hasSize(2)
                .allMatch(line -> line.contains(" PUT /api/v1/nanomdm/enqueue/" + mac.udid() + " 200 "));

        List<String> requests = mac.world().requests(mac.product());
        assertThat(cmdm.apply("--complete", "com.acme").out()).contains("0 changes, 2 in place.");
        assertThat(mac.world().requests(mac.product())).isEqualTo(requests);

        mac.drop("com.acme.b");
        Ended last = cmdm.apply("--complete", "com.acme");
        assertThat(last.out()).containsPattern("removed +com\\.acme\\.b").contains("1 done, 1 in place.");
        assertThat(mac.listing()).containsExactly("com.acme.a");
        assertThat(mac.sent("RemoveProfile")).hasSize(1);
    }

    @Test
    void doctorTellsItFromTheProductsWhoseApiIsElsewhere() {
        assertThat(cmdm.run("doctor").out()).containsPattern("NanoHUB unknown at \\S+\\s");
        Ended mistaken = cmdm.with("CMDM_MDM_PRODUCT", "nanomdm").run("doctor");
        assertThat(mistaken.out()).contains("has no such API; start it with -api, or check mdm.product");
        assertThat(mistaken.exit()).isNotZero();
    }
}
