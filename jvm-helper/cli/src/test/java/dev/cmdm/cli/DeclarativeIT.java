// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Profiles that a declaration of the MDM brought are somebody else's. */
class DeclarativeIT {
    private final SimulatedMac mac = World.mac(World.Product.NANOMDM);
    private final Shipped cmdm = new Shipped(mac);

    @BeforeEach
    void bringTwo() {
        mac.bring(anothers("com.acme.a"));
        mac.bring(anothers("com.acme.b"));
        mac.declare("com.acme.a", 900);
    }

    @Test
    void anotherContentIsNotSent() {
        Ended run = cmdm.apply();
        assertThat(run.out()).containsPattern("blocked +com\\.acme\\.a .*a declaration of the MDM brought it");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(mac.sent("InstallProfile")).isEmpty();
    }

    @Test
    void aCompleteListTakesNoneAwayWhateverItsLimit() {
        mac.drop("com.acme.a");
        mac.declare("com.acme.c", 600);
        assertThat(cmdm.apply("--complete", "com.acme", "--removal-limit", "0").out())
                .contains("1 done, 0 in place.");
        assertThat(mac.listing()).containsExactly("com.acme.a", "com.acme.b", "com.acme.c");
        assertThat(mac.sent("RemoveProfile")).isEmpty();
    }

    @Test
    void anExplicitAbsentDoesNotTakeItAway() {
        Ended run = cmdm.run("apply", "--absent", "com.acme.b");
        assertThat(run.out()).containsPattern("blocked +com\\.acme\\.b .*a declaration of the MDM brought it");
        assertThat(mac.listing()).containsExactly("com.acme.a", "com.acme.b");
    }

    @Test
    void theStateTellsWhichTheyAre() {
        assertThat(cmdm.run("state").out()).containsPattern("com\\.acme\\.b +declarative");
        assertThat(cmdm.run("state", "-o", "json").out()).contains("\"origin\":\"mdm\",\"declarative\":true");
    }

    /** A profile whose UUIDs another author drew. */
    private static String anothers(String identifier) {
        return TestProfile.of(identifier, 600).replaceAll("<string>\\p{XDigit}{8}-", "<string>00000000-");
    }
}
