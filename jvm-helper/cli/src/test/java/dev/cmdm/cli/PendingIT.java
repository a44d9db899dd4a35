// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class PendingIT {
    private static final String NAME = "com.acme.a";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(61);
    private static final String REFUSES = "{\"error\": {\"identifier\": \"com.acme.a\", \"chain\": [{\"code\": -319,"
            + " \"domain\": \"ConfigProfilePluginDomain\", \"text\": \"refused\"}]}}";

    @ParameterizedTest
    @EveryQueue
    void waitsForASleepingMacOverRunsAndSendsOnce(World.Product product) {
        SimulatedMac mac = declared(product);
        Shipped cmdm = new Shipped(mac);
        mac.faults("{\"asleep\": true}");

        Ended first = cmdm.apply("--wait", "2");
        assertThat(first.out()).containsPattern("pending +com\\.acme\\.a").contains("1 pending");
        assertThat(first.exit()).isZero();

        Ended second = cmdm.apply("--wait", "1", "--detailed-exitcode");
        assertThat(second.exit()).isEqualTo(3);
        assertThat(mac.sent("InstallProfile")).hasSize(1);

        mac.wakeUntilListed(NAME);
        Ended third = cmdm.apply();
        assertThat(third.out())
                .containsPattern("installed +com\\.acme\\.a +on this Mac, sent ")
                .contains("1 done, 1 in place.");
        assertThat(third.exit()).isZero();
        assertThat(mac.sent("InstallProfile")).hasSize(1);
        assertThat(mac.carriedOut("InstallProfile")).isEqualTo(1);
    }

    @ParameterizedTest
    @EveryQueue
    void sendsNothingTwiceWhenTheAnswerToTheCommandWasLost(World.Product product) {
        SimulatedMac mac = declared(product);
        Shipped cmdm = new Shipped(mac);
        mac.faults("{\"asleep\": true}");
        mac.serverFaults("[{\"on\": \"enqueue\", \"times\": 1, \"do\": \"lose-answer\"}]");

        Ended first = cmdm.apply("--wait", "2");
        assertThat(first.out()).contains("pending");
        assertThat(first.exit()).isZero();
        assertThat(cmdm.apply("--wait", "1").exit()).isZero();

        mac.wakeUntilListed(NAME);
        assertThat(cmdm.apply().out()).contains("1 in place.");
        assertThat(mac.carriedOut("InstallProfile")).isEqualTo(1);
    }

    @ParameterizedTest
    @EveryQueue
    void staysPendingWhileTheMacPutsTheCommandOff(World.Product product) {
        SimulatedMac mac = declared(product);
        Shipped cmdm = new Shipped(mac);
        mac.faults("{\"notNow\": 1000}");

        Ended run = cmdm.apply("--wait", "3");

        assertThat(run.out()).containsPattern("pending +com\\.acme\\.a");
        assertThat(run.exit()).isZero();
        mac.wakeUntilListed(NAME);
        assertThat(cmdm.apply().out()).contains("1 in place.");
        assertThat(mac.sent("InstallProfile")).hasSize(1);
    }

    @ParameterizedTest
    @EveryQueue
    void doesNotSendAgainAtOnceWhatTheMacRefused(World.Product product) {
        SimulatedMac mac = declared(product);
        Shipped cmdm = new Shipped(mac);
        mac.faults(REFUSES);

        Ended run = cmdm.apply("--wait", "3");
        assertThat(run.out()).containsPattern("pending +com\\.acme\\.a");
        assertThat(run.exit()).isZero();
        assertThat(cmdm.apply("--wait", "1").exit()).isZero();
        assertThat(mac.sent("InstallProfile")).hasSize(1);
        assertThat(mac.listing()).isEmpty();
    }

    @Test
    void saysThatMicroMdmNoLongerQueuesWhatTheMacRefused() {
        SimulatedMac mac = declared(World.Product.MICROMDM);
        Shipped cmdm = new Shipped(mac);
        mac.faults(REFUSES);

        cmdm.apply("--wait", "5");
        Instant nextLook = Instant.now().plus(BETWEEN_LOOKS);
        Until.isTrue("another look at the queue counts", () -> Instant.now().isAfter(nextLook));
        Ended last = cmdm.apply("--wait", "1");

        assertThat(last.out())
                .containsPattern("failed +com\\.acme\\.a.*no longer queued at the MDM, not yet on this Mac");
        assertThat(last.exit()).isEqualTo(1);
        assertThat(mac.sent("InstallProfile")).hasSize(1);
    }

    private static SimulatedMac declared(World.Product product) {
        SimulatedMac mac = World.mac(product);
        mac.declare(NAME, 600);
        return mac;
    }
}
