// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.apply.Outcome;
import dev.cmdm.cli.FleetMac.Passing;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.plan.Action;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fleet larger than its server's quota: each Mac with an adapter, a journal and a planner of its own, all on one clock
 * that is set forth, against the simulated server, whose counting begins anew when that clock says so.
 */
class QuotaIT {
    private static final int MACS = 8000;
    private static final int CALLS_A_DAY = 5000;

    @TempDir
    private Path folder;

    private final Passing time = new Passing(Instant.now());
    private final HttpClient client = HttpClient.newHttpClient();
    private Process simulator;
    private JsonNode ready;

    @BeforeEach
    void startServer() throws IOException {
        Path world = folder.resolve("world.json");
        Files.writeString(world, """
                {"servers": [{"name": "uem", "product": "workspaceone", "apiKey": "password", "fleet": %d, "quotaPerDay": %d}],
                 "macs": []}""".formatted(MACS, CALLS_A_DAY));
        simulator = new ProcessBuilder(
                        Simulator.java(),
                        "-jar",
                        "../../spec/simulator/target/cmdm-simulator.jar",
                        "run",
                        "--dir",
                        folder + "/sim",
                        "--world",
                        world.toString())
                .redirectError(folder.resolve("err").toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        Path told = folder.resolve("sim/ready.json");
        Until.isTrue("the simulator is ready", () -> Files.exists(told) || !simulator.isAlive());
        ready = JsonMapper.shared().readTree(Files.readString(told));
    }

    @AfterEach
    void stopServer() {
        simulator.destroy();
    }

    @Test
    void eightThousandMacsWithAChangeEachAndFiveThousandCallsADayDrainInTwoDays() throws Exception {
        ServerUrl url =
                ServerUrl.parse(ready.path("servers").path("uem").path("url").asString());
        List<FleetMac> macs = IntStream.rangeClosed(1, MACS)
                .mapToObj(n -> new FleetMac(n, url, time))
                .toList();

        macs.forEach(FleetMac::run);
        assertThat(macs).allMatch(mac -> mac.outcome().result() == Outcome.Result.PENDING);
        assertThat(requests(" 202 ")).isEqualTo(CALLS_A_DAY);
        assertThat(requests(" 429 ")).isEqualTo(MACS - CALLS_A_DAY);

        time.pass(Duration.ofMinutes(30));
        macs.forEach(FleetMac::run);
        assertThat(macs.stream().filter(mac -> mac.does(Action.KEEP)).count()).isEqualTo(CALLS_A_DAY);
        assertThat(macs.stream().filter(mac -> mac.does(Action.WAIT)).count()).isEqualTo(MACS - CALLS_A_DAY);
        assertThat(requests("")).as("nobody asks before the reset").isEqualTo(MACS);

        time.set(macs.stream()
                .map(FleetMac::deferredUntil)
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElseThrow());
        countAnew();
        macs.forEach(FleetMac::run);
        assertThat(requests(" 429 ")).isEqualTo(MACS - CALLS_A_DAY);
        time.pass(Duration.ofMinutes(30));
        macs.forEach(FleetMac::run);
        assertThat(macs).allMatch(mac -> mac.does(Action.KEEP));
        assertThat(requests(" 202 ")).isEqualTo(MACS);
        assertThat(requests("")).isEqualTo(MACS + (MACS - CALLS_A_DAY));
    }

    private long requests(String part) throws IOException {
        Path log = Path.of(ready.path("servers").path("uem").path("log").asString());
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(part)).count();
        }
    }

    private void countAnew() throws Exception {
        URI quota = URI.create(ready.path("control").asString() + "/servers/uem/quota");
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(quota)
                        .PUT(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
