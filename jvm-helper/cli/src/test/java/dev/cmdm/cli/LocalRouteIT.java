// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped jar on Macs whose own tool still installs profiles. */
class LocalRouteIT {
    private static final String NAME = "com.acme.a";
    private static final String KERNEL_EXTENSIONS = "com.apple.syspolicy.kernel-extension-policy";

    @ParameterizedTest
    @ValueSource(strings = {World.MACOS_10_13, World.MACOS_10_15})
    void installsReplacesAndRemovesWithoutAnyMdm(String macos) {
        SimulatedMac mac = World.oldMac(macos);
        Shipped cmdm = withoutMdm(mac);
        mac.declare(NAME, 600);

        Ended plan = cmdm.plan();
        assertThat(plan.out())
                .containsPattern("install +com\\.acme\\.a +locally +not on this Mac; by the profiles tool, for this Mac"
                        + " is not enrolled in an MDM and no MDM is configured");
        assertThat(mac.listing()).isEmpty();

        Ended first = cmdm.apply();
        assertThat(first.out()).containsPattern("installed +com\\.acme\\.a +seen on this Mac after ");
        assertThat(first.exit()).isZero();
        assertThat(mac.listing()).containsExactly(NAME);
        assertThat(cmdm.apply().out()).contains("1 in place.");

        mac.declare(NAME, 900);
        assertThat(cmdm.apply().out()).containsPattern("replaced +com\\.acme\\.a +seen on this Mac after ");

        mac.drop(NAME);
        mac.declare("com.acme.b", 600);
        Ended last = cmdm.apply("--complete", "com.acme");
        assertThat(last.out()).containsPattern("removed +com\\.acme\\.a +gone from this Mac after ");
        assertThat(mac.listing()).containsExactly("com.acme.b");
        assertThat(installing(cmdm)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {World.MACOS_10_13, World.MACOS_10_15})
    void doesNotTryWhatOnlyAnMdmMayInstall(String macos) {
        SimulatedMac mac = World.oldMac(macos);
        mac.write(NAME, TestProfile.of(NAME, 600).replace("com.apple.screensaver", KERNEL_EXTENSIONS));
        mac.watchTools();

        Ended run = withoutMdm(mac).apply();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern(
                        "blocked +com\\.acme\\.a .*this Mac is not enrolled in an MDM; enroll it; also no MDM is"
                                + " configured; .*; also macOS takes its " + KERNEL_EXTENSIONS + " from an MDM only");
        assertThat(mac.takeCalls()).noneMatch(call -> call.contains("-I"));
    }

    @Test
    void installsFiftyProfilesWithSixReadings() {
        SimulatedMac mac = World.oldMac(World.MACOS_10_15);
        for (int number = 10; number < 60; number++) {
            mac.declare("com.acme.p" + number, number);
        }
        mac.watchTools();

        Ended run = withoutMdm(mac).apply();

        assertThat(run.out()).contains("50 done");
        assertThat(run.exit()).isZero();
        List<String> calls = mac.takeCalls();
        assertThat(calls).filteredOn(call -> call.contains(" -I ")).hasSize(50);
        assertThat(calls).filteredOn(call -> !call.contains(" -I ")).hasSizeLessThanOrEqualTo(6);
        assertThat(mac.listing()).hasSize(50);
    }

    @Test
    void tellsTheToolsOwnWordsAndGoesOnWithTheOthers() {
        SimulatedMac mac = World.oldMac(World.MACOS_10_15);
        Shipped cmdm = withoutMdm(mac);
        mac.declare(NAME, 600);
        mac.declare("com.acme.b", 600);
        mac.faults("{\"error\": {\"identifier\": \"com.acme.a\", \"chain\": [{\"code\": -319,"
                + " \"domain\": \"ConfigProfilePluginDomain\", \"text\": \"no\"}]}}");

        Ended run = cmdm.apply();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern("failed +com\\.acme\\.a .*profiles did not install com\\.acme\\.a, in its own words"
                        + " \\(exit 1: \"profiles install for file:.*returned -319 \\(Error = -319\\)\"\\)");
        assertThat(mac.listing()).containsExactly("com.acme.b");
        assertThat(installing(cmdm)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {World.MACOS_10_13, World.MACOS_10_15})
    void sendsByMdmWhereThatIsOpen(String macos) {
        SimulatedMac mac = World.oldMac(macos);
        mac.enroll("user-approved");
        mac.declare(NAME, 600);

        Ended run = new Shipped(mac).apply();

        assertThat(run.out()).containsPattern("installed +com\\.acme\\.a +seen on this Mac after ");
        assertThat(mac.sent("InstallProfile")).hasSize(1);
    }

    @Test
    void needsNoCredentialOfAnMdmForWhatComesLocally() {
        SimulatedMac mac = World.oldMac(World.MACOS_10_15);
        mac.declare(NAME, 600);

        Ended run = new Shipped(mac)
                .without("CMDM_MDM_CREDENTIAL")
                .without("CMDM_CREDENTIAL_ON_DEVICE")
                .apply();

        assertThat(run.exit()).isZero();
        assertThat(mac.listing()).containsExactly(NAME);
    }

    static Shipped withoutMdm(SimulatedMac mac) {
        return new Shipped(mac)
                .without("CMDM_MDM_PRODUCT")
                .without("CMDM_MDM_URL")
                .without("CMDM_MDM_CREDENTIAL")
                .without("CMDM_CREDENTIAL_ON_DEVICE");
    }

    /** Where the file of a profile lies while it is installed. */
    private static Path installing(Shipped cmdm) {
        return cmdm.state().resolve("installing");
    }
}
