// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped jar's process is ended by SIGKILL; the run after keeps the server's guarantee. */
class KillIT {
    private static final String NAME = "com.acme.a";
    private static final int RUNS = 40;

    @ParameterizedTest
    @EveryQueue
    void killedBetweenRequestAndAnswer(World.Product product) {
        SimulatedMac mac = declared(product);
        Shipped cmdm = new Shipped(mac);
        mac.serverFaults("[{\"on\": \"enqueue\", \"times\": 1, \"do\": \"delay\", \"seconds\": 3}]");
        Running run = cmdm.startApply();
        Until.isTrue("the attempt is journaled", () -> cmdm.journal().contains("\tsending\t"));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(run.kill().exit()).isEqualTo(137);
        mac.serverFaults("[]");
        assertGuarantee(mac, cmdm);
    }

    @ParameterizedTest
    @MethodSource("momentsAfterTheAnswer")
    void killedBetweenAnsweredAndStored(World.Product product, long millis) {
        SimulatedMac mac = declared(product);
        Shipped cmdm = new Shipped(mac);
        Running run = cmdm.startApply();
        Until.isTrue("it is queued", () -> !mac.sent("InstallProfile").isEmpty());
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        assertThat(run.kill().exit()).isEqualTo(137);
        assertGuarantee(mac, cmdm);
    }

    @ParameterizedTest
    @EveryQueue
    void killedWhileItWaits(World.Product product) {
        SimulatedMac mac = declared(product);
        Shipped cmdm = new Shipped(mac);
        mac.faults("{\"asleep\": true}");
        Running run = cmdm.startApply();
        Until.isTrue("it is queued", () -> !mac.sent("InstallProfile").isEmpty());
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        assertThat(run.kill().exit()).isEqualTo(137);
        mac.wakeUntilListed(NAME);
        assertGuarantee(mac, cmdm);
        assertThat(mac.sent("InstallProfile")).hasSize(1);
    }

    /** To this process NanoHUB is NanoMDM under another address. */
    static Stream<Arguments> momentsAfterTheAnswer() {
        return Stream.of(World.Product.MICROMDM, World.Product.NANOMDM)
                .flatMap(product -> Stream.of(0L, 3L, 10L, 40L).map(millis -> Arguments.of(product, millis)));
    }

    private static void assertGuarantee(SimulatedMac mac, Shipped cmdm) {
        Ended last = cmdm.apply("--wait", "20");
        for (int n = 1; n < RUNS && !last.out().contains("0 changes, 1 in place."); n++) {
            assertThat(last.exit()).as(last.toString()).isZero();
            last = cmdm.apply("--wait", "20");
        }
        assertThat(last.out()).contains("0 changes, 1 in place.");
        assertThat(mac.listing()).isEqualTo(List.of(NAME));
        boolean idsAreChecked = mac.product() != World.Product.MICROMDM;
        assertThat(mac.carriedOut("InstallProfile")).isBetween(1L, idsAreChecked ? 1L : 2L);
    }

    private static SimulatedMac declared(World.Product product) {
        SimulatedMac mac = World.mac(product);
        mac.declare(NAME, 600);
        return mac;
    }
}
