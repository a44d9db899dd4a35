// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.MdmServer;

/** A Mac that does not answer at once. */
final class Waiting {
    private Waiting() {}

    static void notNow(Bench any) {
        SimulatedBench bench = any.simulated();
        try (MdmServer server = bench.open()) {
            long before = bench.answered("InstallProfile");
            bench.macFaults("{\"notNow\": 1}");
            bench.installed(server, "not-now", 1);
            assertThat(bench.answered("InstallProfile") - before).isEqualTo(1);
        } finally {
            bench.macFaults("{}");
        }
    }

    static void enrolledAgain(Bench any) {
        SimulatedBench bench = any.simulated();
        SimulatedBench returner = bench.other(2);
        try (MdmServer server = returner.open()) {
            returner.macFaults("{\"asleep\": true}");
            Sent sent = returner.install(server, "returner", 1);
            Checks.queued(sent.delivery());
            returner.unenroll();
            returner.enroll();
            returner.macFaults("{}");
            returner.checkIn();
            // What arrives now was queued after the Mac came back.
            returner.installed(server, "after-return", 1);
            assertThat(returner.has("returner", sent.uuid())).isFalse();
        } finally {
            returner.macFaults("{}");
        }
    }

    static void unanswered(Bench any) {
        SimulatedBench bench = any.simulated();
        try (MdmServer server = bench.open()) {
            bench.macFaults("{\"unanswered\": 1}");
            Sent first = bench.install(server, "unanswered", 1);
            Checks.queued(first.delivery());
            bench.installed(server, "after-unanswered", 1);
        } finally {
            bench.macFaults("{}");
        }
    }
}
