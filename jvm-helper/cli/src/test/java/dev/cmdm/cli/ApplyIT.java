// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApplyIT {
    private final SimulatedMac mac = World.mac(World.Product.MICROMDM);
    private final Shipped cmdm = new Shipped(mac);

    @Test
    void installsWhatIsMissingAndThenChangesNothing() {
        declareThree();
        Ended first = cmdm.apply("--complete", "com.acme");
        assertThat(first.out()).contains("3 done, 0 in place.");
        assertThat(first.exit()).isZero();
        assertThat(mac.listing()).containsExactly("com.acme.a", "com.acme.b", "com.acme.c");
        int requests = mac.world().requests(mac.product()).size();

        Ended second = cmdm.apply("--complete", "com.acme");

        assertThat(second.out()).contains("0 changes, 3 in place.");
        assertThat(second.exit()).isZero();
        assertThat(mac.world().requests(mac.product())).hasSize(requests);
        assertThat(mac.sent("InstallProfile")).hasSize(3);
    }

    @Test
    void tellsChangesByTheDetailedExitNumber() {
        declareThree();
        assertThat(cmdm.plan("--detailed-exitcode").exit()).isEqualTo(2);
        assertThat(cmdm.apply("--detailed-exitcode").exit()).isEqualTo(2);
        assertThat(cmdm.plan("--detailed-exitcode").exit()).isZero();
        assertThat(cmdm.apply("--detailed-exitcode").exit()).isZero();
    }

    @Test
    void removesWhatACompleteListNoLongerDeclares() {
        declareThree();
        cmdm.apply("--complete", "com.acme");
        mac.drop("com.acme.b");

        Ended run = cmdm.apply("--complete", "com.acme");

        assertThat(run.out()).containsPattern("removed +com\\.acme\\.b").contains("1 done, 2 in place.");
        assertThat(run.exit()).isZero();
        assertThat(mac.listing()).containsExactly("com.acme.a", "com.acme.c");
        assertThat(mac.sent("RemoveProfile")).singleElement().asString().contains("com.acme.b");
    }

    @Test
    void keepsWhatAListThatIsNotCompleteNoLongerDeclares() {
        declareThree();
        cmdm.apply();
        mac.drop("com.acme.b");
        assertThat(cmdm.apply().out()).contains("0 changes, 2 in place.");
        assertThat(mac.listing()).containsExactly("com.acme.a", "com.acme.b", "com.acme.c");
    }

    @Test
    void deliversAnEditedSettingThoughTheUuidsOfTheFileStay() {
        declareThree();
        cmdm.apply();
        mac.declare("com.acme.b", 900);

        Ended run = cmdm.apply();

        assertThat(run.out()).containsPattern("replaced +com\\.acme\\.b").contains("1 done, 2 in place.");
        assertThat(mac.sent("InstallProfile")).hasSize(4).last().asString().contains("com.acme.b");
        assertThat(cmdm.apply().out()).contains("0 changes, 3 in place.");
    }

    @Test
    void planningSendsNothing() {
        declareThree();
        assertThat(cmdm.plan().out()).contains("3 to do, 0 in place. Nothing was changed.");
        assertThat(mac.listing()).isEmpty();
        assertThat(mac.sent("InstallProfile")).isEmpty();
    }

    @Test
    void refusesAPlanThatIsNoLongerTheOneShown() {
        declareThree();
        Ended run = cmdm.apply("--plan-digest", "00112233445566778899aabbccddeeff");
        assertThat(run.exit()).isEqualTo(5);
        assertThat(mac.sent("InstallProfile")).isEmpty();
    }

    private void declareThree() {
        mac.declare("com.acme.a", 600);
        mac.declare("com.acme.b", 600);
        mac.declare("com.acme.c", 600);
    }
}
