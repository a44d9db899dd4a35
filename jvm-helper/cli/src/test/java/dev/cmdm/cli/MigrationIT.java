// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The shipped jar where a person's copy is in the way of the MDM's. */
class MigrationIT {
    private static final String NAME = "com.acme.a";
    private static final String PROBE = "dev.cmdm.probe";

    @ParameterizedTest
    @EveryQueue
    void sendsAProbeLetsTheCopyMakeWayAndTakesTheProbeAwayInOneRun(World.Product product) {
        SimulatedMac mac = World.mac(product);
        Shipped cmdm = new Shipped(mac);
        mac.installByHand(another());
        mac.declare(NAME, 600);

        Ended plan = cmdm.plan();
        assertThat(plan.out())
                .containsPattern("install +dev\\.cmdm\\.probe +by MDM +shows whether the MDM reaches this Mac")
                .containsPattern("wait +com\\.acme\\.a .*once a probe shows that the MDM reaches this Mac");

        Ended run = cmdm.apply();
        assertThat(run.out())
                .containsPattern("migrated +com\\.acme\\.a +seen on this Mac after ")
                .containsPattern("removed +dev\\.cmdm\\.probe +gone from this Mac after ");
        assertThat(run.exit()).isZero();
        assertThat(mac.listing()).containsExactly(NAME);
        assertThat(mac.sent("InstallProfile")).hasSize(2);
        assertThat(cmdm.state().resolve("migrating")).isEmptyDirectory();

        Ended idle = cmdm.plan();
        assertThat(idle.out()).contains("1 in place.").doesNotContain(PROBE);
        assertThat(cmdm.run("state", "-o", "json").out())
                .containsPattern("\"identifier\":\"com\\.acme\\.a\",[^{}]*\"origin\":\"mdm\"");
    }

    @Test
    void saysBeforehandThatOnlyTheMdmCanRepairAndMigratesWithoutAProbeWhereOneWasSeen() {
        SimulatedMac mac = reachedWithACopyInTheWay();
        Shipped cmdm = new Shipped(mac);

        assertThat(cmdm.plan().out())
                .containsPattern(
                        "migrate +com\\.acme\\.a +by MDM .*in between this Mac is without it, and only the MDM can"
                                + " repair that")
                .doesNotContain(PROBE);
        assertThat(cmdm.apply().exit()).isZero();
        assertThat(mac.sent("InstallProfile")).hasSize(2);
    }

    @Test
    void leavesTheCopyWhereTheMdmIsDown() {
        SimulatedMac mac = reachedWithACopyInTheWay();
        Shipped cmdm = new Shipped(mac);

        Ended run = cmdm.with("CMDM_MDM_URL", "http://127.0.0.1:1").apply();

        assertThat(run.exit()).isEqualTo(69);
        assertThat(mac.listing()).contains(NAME);
    }

    @Test
    void tellsOfAHoleThatIsLeftAndTheNextRunFillsIt() {
        SimulatedMac mac = reachedWithACopyInTheWay();
        Shipped cmdm = new Shipped(mac);
        mac.serverFaults("[{\"on\": \"enqueue\", \"times\": 1, \"do\": \"status\", \"status\": 400}]");

        Ended run = cmdm.apply();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("its local copy is gone, and only the MDM can bring it");
        assertThat(mac.listing()).containsExactly("com.acme.first");
        assertThat(cmdm.run("status").out())
                .contains("com.acme.a: its local copy was to make way for the MDM's", "the next run repairs that");

        mac.drop(NAME);
        assertThat(cmdm.apply("--owner", "puppet").out())
                .containsPattern("installed +com\\.acme\\.a +seen on this Mac");
        assertThat(mac.listing()).contains(NAME);
        assertThat(cmdm.run("status").out()).contains("Nothing is pending.");
    }

    @Test
    void putsTheContentBackOnMacOs1015WhereTheMdmRefusesIt() {
        SimulatedMac mac = World.oldMac(World.MACOS_10_15);
        mac.declare(NAME, 300);
        Shipped alone = new Shipped(mac).without("CMDM_MDM_PRODUCT").without("CMDM_MDM_URL");
        assertThat(alone.apply().out()).containsPattern("installed +com\\.acme\\.a +seen on this Mac");
        mac.enroll("user-approved");
        mac.declare("com.acme.first", 600);
        Shipped cmdm = new Shipped(mac);
        cmdm.apply();
        mac.declare(NAME, 900);
        mac.serverFaults("[{\"on\": \"enqueue\", \"times\": 1, \"do\": \"status\", \"status\": 400}]");

        Ended run = cmdm.apply();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).containsPattern("failed +com\\.acme\\.a .*it was put back locally");
        assertThat(mac.listing()).containsExactly(NAME, "com.acme.first");
        assertThat(cmdm.plan().out()).contains("0 to do, 2 in place.");
    }

    @Test
    void doesNotCutAMacOff() {
        SimulatedMac mac = World.mac(World.Product.MICROMDM);
        mac.installByHand(another().replace("com.apple.screensaver", "com.apple.wifi.managed"));
        mac.declare(NAME, 600);

        Ended run = new Shipped(mac).apply();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern("blocked +com\\.acme\\.a .*between the two this Mac would be without its"
                        + " com.apple.wifi.managed \\(allow_cut lets it happen\\)");
        assertThat(mac.sent("InstallProfile")).isEmpty();
        assertThat(new Shipped(mac).plan("--allow-cut").out())
                .containsPattern("wait +com\\.acme\\.a .*once a probe shows");
    }

    /** A Mac to which the MDM brought a profile just now, and on which a person's copy is in the way of another. */
    private static SimulatedMac reachedWithACopyInTheWay() {
        SimulatedMac mac = World.mac(World.Product.MICROMDM);
        mac.declare("com.acme.first", 600);
        assertThat(new Shipped(mac).apply().exit()).isZero();
        mac.installByHand(another());
        mac.declare(NAME, 600);
        return mac;
    }

    /** A profile of the same identifier that somebody else made. */
    private static String another() {
        return TestProfile.of(NAME, 300)
                .replaceFirst("(?<=PayloadUUID</key><string>)[^<]*", "00000000-0000-4000-8000-00000000000A");
    }
}
