// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.installed.Installed;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.ProductSettings;
import dev.cmdm.mdm.Trait;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Whole runs of the shipped jar. */
final class Runs {
    private static final String DELAYS = "[{\"on\": \"enqueue\", \"times\": 5, \"do\": \"delay\", \"seconds\": 0.2}]";
    private static final int MANY = 60;
    private static final int RUNS = 8;
    private static final Duration BETWEEN_RUNS = Duration.ofSeconds(12);

    private Runs() {}

    static void atOnce(Bench any) throws Exception {
        SimulatedBench bench = any.simulated();
        Jar cmdm = new Jar(bench, "at-once");
        for (int n = 0; n < 5; n++) {
            cmdm.declare("at-once-" + n, 1);
        }
        bench.serverFaults(DELAYS);
        try {
            Jar.Ended run = cmdm.apply();
            assertThat(run.out()).contains("5 done");
            assertThat(run.exit()).isZero();
        } finally {
            bench.serverFaults("[]");
        }
    }

    static void listingLags(Bench any) throws Exception {
        SimulatedBench bench = any.simulated();
        Jar cmdm = new Jar(bench, "lags");
        cmdm.declare("lags", 1);
        bench.macFaults("{\"listingLagSeconds\": 2}");
        try {
            long before = bench.answered("InstallProfile");
            assertThat(cmdm.apply().out()).contains("1 done");
            assertThat(bench.answered("InstallProfile") - before).isEqualTo(1);
        } finally {
            bench.macFaults("{}");
        }
    }

    /** One Mac of two sleeps. */
    static void afterTheRun(Bench any) throws Exception {
        SimulatedBench bench = any.simulated();
        SimulatedBench sleeper = bench.other(3);
        Jar awake = new Jar(bench, "after");
        Jar asleep = new Jar(sleeper, "after");
        awake.declare("after", 1);
        asleep.declare("after", 1);
        sleeper.macFaults("{\"asleep\": true}");
        try {
            assertThat(awake.apply().out()).contains("1 done");
            Jar.Ended run = asleep.apply("--wait", "1");
            assertThat(run.out()).contains("1 pending");
            assertThat(run.exit()).isZero();
        } finally {
            sleeper.macFaults("{}");
        }
        sleeper.checkIn();
        bench.until("it arrived", () -> !sleeper.lacks("after"));
        assertThat(asleep.apply("--wait", "1").out()).contains("installed").contains("on this Mac");
        assertThat(asleep.apply("--wait", "1").out()).contains("0 changes, 1 in place.");
        assertThat(sleeper.answered("InstallProfile")).isEqualTo(1);
    }

    static void idle(Bench any) throws Exception {
        SimulatedBench bench = any.simulated();
        Jar cmdm = new Jar(bench, "idle");
        cmdm.declare("idle", 1);
        assertThat(cmdm.apply().out()).contains("1 done");
        List<String> before = bench.requests();
        assertThat(cmdm.apply().out()).contains("0 changes, 1 in place.");
        assertThat(bench.requests()).isEqualTo(before);
    }

    static void storm(Bench any) throws Exception {
        SimulatedBench bench = any.simulated();
        Jar cmdm = new Jar(bench, "storm");
        for (int n = 0; n < MANY; n++) {
            cmdm.declare("storm-" + n, 1);
        }
        long before = bench.answered("InstallProfile");
        bench.serverFaults("""
                [{"on": "enqueue", "times": 2, "do": "status", "status": 429},
                 {"on": "enqueue", "times": 1, "do": "lose-answer"},
                 {"on": "enqueue", "times": 1, "do": "reset"}]""");
        try {
            // What became of a lost request some servers show only at two looks a minute apart.
            for (int run = 0; run < RUNS && missing(bench) > 0; run++) {
                cmdm.apply("--wait", "25");
                LockSupport.parkNanos(BETWEEN_RUNS.toNanos());
            }
        } finally {
            bench.serverFaults("[]");
        }
        assertThat(missing(bench)).isZero();
        long sent = bench.answered("InstallProfile") - before;
        // The one whose answer was lost, and the one whose connection was cut.
        assertThat(sent).isBetween((long) MANY, MANY + (once(bench) ? 0L : 2L));
    }

    private static long missing(SimulatedBench bench) {
        Installed installed = bench.installed();
        return IntStream.range(0, MANY)
                .filter(n -> installed.find(TestContent.key("storm-" + n)).isEmpty())
                .count();
    }

    private static boolean once(SimulatedBench bench) {
        ProductSettings none = bench.productSettings();
        Capabilities able = bench.subject().product().able().apply(none);
        return able.has(Trait.CHECKS_IDS);
    }
}
