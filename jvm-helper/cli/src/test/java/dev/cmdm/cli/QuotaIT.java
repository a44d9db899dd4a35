// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.apply.Outcome;
import dev.cmdm.cli.FleetMac.Passing;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.plan.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A fleet larger than its server's quota: each Mac with an adapter, a journal and a planner of its own, all on one clock
 * that is set forth, against the simulated server, whose counting begins anew when that clock says so.
 */
class QuotaIT {
    private static final int MACS = 8000;
    private static final int CALLS_A_DAY = 5000;
    private static final int LEFT = MACS - CALLS_A_DAY;

    private final Simulator simulator = Simulator.start("""
            {"servers": [{"name": "uem", "product": "workspaceone", "apiKey": "%s", "fleet": %d, "quotaPerDay": %d}],
             "macs": []}""".formatted(FleetMac.PASSWORD, MACS, CALLS_A_DAY));
    private final Passing time = new Passing(Instant.now());
    private final List<FleetMac> macs = IntStream.rangeClosed(1, MACS)
            .mapToObj(n -> new FleetMac(n, ServerUrl.parse(simulator.url("uem")), time))
            .toList();

    @Test
    void eightThousandMacsWithAChangeEachAndFiveThousandCallsADayDrainInTwoDays() {
        macs.forEach(FleetMac::run);
        assertThat(macs).allMatch(mac -> mac.outcome().result() == Outcome.Result.PENDING);
        assertThat(requests(" 202 ")).isEqualTo(CALLS_A_DAY);
        assertThat(requests(" 429 ")).isEqualTo(LEFT);

        halfAnHourLater();
        assertThat(those(Action.KEEP)).isEqualTo(CALLS_A_DAY);
        assertThat(those(Action.WAIT)).isEqualTo(LEFT);
        assertThat(requests("")).as("nobody asks before the reset").isEqualTo(MACS);

        time.set(reset());
        simulator.put("/servers/uem/quota", "{}");
        macs.forEach(FleetMac::run);
        halfAnHourLater();
        assertThat(those(Action.KEEP)).isEqualTo(MACS);
        assertThat(requests(" 202 ")).isEqualTo(MACS);
        assertThat(requests("")).isEqualTo(MACS + LEFT);
    }

    private void halfAnHourLater() {
        time.pass(Duration.ofMinutes(30));
        macs.forEach(FleetMac::run);
    }

    private long those(Action action) {
        return macs.stream().filter(mac -> mac.does(action)).count();
    }

    /** When the last of them may ask again. */
    private Instant reset() {
        return macs.stream()
                .map(FleetMac::deferredUntil)
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private long requests(String part) {
        return simulator.requests("uem").stream()
                .filter(line -> line.contains(part))
                .count();
    }
}
