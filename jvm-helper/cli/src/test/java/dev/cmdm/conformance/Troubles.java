// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A network and a server that do not do what they should. */
final class Troubles {
    private static final String LOSE = "[{\"on\": \"enqueue\", \"times\": 1, \"do\": \"lose-answer\"}]";
    private static final String LIMIT = "[{\"on\": \"enqueue\", \"times\": 1, \"do\": \"status\", \"status\": 429}]";
    private static final String DELAY = "[{\"on\": \"enqueue\", \"times\": 1, \"do\": \"delay\", \"seconds\": 2}]";

    private Troubles() {}

    static void lostAnswer(Bench any) {
        SimulatedBench bench = any.simulated();
        try (MdmServer server = bench.open()) {
            bench.serverFaults(LOSE);
            Sent lost = bench.install(server, "lost", 1);
            Checks.is(Delivery.Lost.class, lost.delivery());
            bench.arrived("lost", bench.again(server, lost));
        } finally {
            bench.serverFaults("[]");
        }
    }

    static void repeat(Bench any) {
        SimulatedBench bench = any.simulated();
        try (MdmServer server = bench.open()) {
            long before = bench.answered("InstallProfile");
            bench.serverFaults(LOSE);
            Sent lost = bench.install(server, "repeat", 1);
            Sent repeated = bench.again(server, lost);
            assertThat(repeated.delivery())
                    .isInstanceOfAny(Delivery.Queued.class, Delivery.AlreadyQueued.class, Delivery.Unchanged.class);
            bench.arrived("repeat", repeated);
            bench.installed(server, "after-repeat", 1);
            assertThat(bench.answered("InstallProfile") - before).isEqualTo(2);
        } finally {
            bench.serverFaults("[]");
        }
    }

    static void rateLimit(Bench any) {
        SimulatedBench bench = any.simulated();
        try (MdmServer server = bench.open()) {
            long before = bench.answered("InstallProfile");
            bench.serverFaults(LIMIT);
            Sent sent = bench.install(server, "limited", 1);
            if (!(sent.delivery() instanceof Delivery.Queued)) {
                assertThat(sent.delivery()).isInstanceOfAny(Delivery.Unreachable.class, Delivery.Deferred.class);
                bench.serverFaults("[]");
                Sent again = afresh(bench, sent);
                Checks.queued(again.delivery());
            }
            bench.arrived("limited", sent);
            assertThat(bench.answered("InstallProfile") - before).isEqualTo(1);
        } finally {
            bench.serverFaults("[]");
        }
    }

    /** By an adapter of another run, which knows of no limit. */
    private static Sent afresh(SimulatedBench bench, Sent sent) {
        try (MdmServer server = bench.open()) {
            return bench.again(server, sent);
        }
    }

    static void slow(Bench any) {
        SimulatedBench bench = any.simulated();
        try (MdmServer server = bench.open()) {
            bench.serverFaults(DELAY);
            bench.installed(server, "slow", 1);
        } finally {
            bench.serverFaults("[]");
        }
    }

    static void down(Bench bench) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (MdmServer server = bench.open("http://127.0.0.1:" + port, bench.credential())) {
            Checks.is(
                    Delivery.Unreachable.class, bench.install(server, "down", 1).delivery());
        }
    }
}
