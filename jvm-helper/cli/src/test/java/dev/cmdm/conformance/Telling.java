// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.Inquiry;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.ServerProfiles;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What a server tells of its Macs. */
final class Telling {
    private static final String WORDS = "The profile is not wanted here.";

    private Telling() {}

    static void notNow(Bench any) {
        SimulatedBench bench = any.simulated();
        try (MdmServer server = bench.open()) {
            long before = bench.putOff();
            bench.macFaults("{\"notNow\": 1000}");
            Sent sent = bench.install(server, "told-later", 1);
            bench.until("it was put off", () -> bench.putOff() > before);
            told(bench, server, sent, CommandResult.NotNow.class);
        } finally {
            bench.macFaults("{}");
        }
    }

    static void errorChain(Bench any) {
        SimulatedBench bench = any.simulated();
        try (MdmServer server = bench.open()) {
            long before = bench.answered("InstallProfile");
            bench.macFaults("{\"error\": {\"identifier\": \"*\", \"chain\": [{\"code\": -319,"
                    + " \"domain\": \"ConfigProfilePluginDomain\", \"text\": \"" + WORDS + "\"}]}}");
            Sent sent = bench.install(server, "refused", 1);
            bench.until("it was refused", () -> bench.answered("InstallProfile") > before);
            CommandResult result = told(bench, server, sent, CommandResult.Failed.class);
            assertThat(((CommandResult.Failed) result).words().toString())
                    .contains(WORDS)
                    .contains("-319")
                    .contains("ConfigProfilePluginDomain");
        } finally {
            bench.macFaults("{}");
        }
    }

    private static CommandResult told(
            SimulatedBench bench, MdmServer server, Sent sent, Class<? extends CommandResult> kind) {
        Inquiry id = new Inquiry(sent.command().commandUuid(), Optional.empty(), Instant.now());
        assertThat(server.findResult(bench.device(), id)).as("a result").isPresent();
        bench.until(
                "the server heard of it",
                () -> server.findResult(bench.device(), id)
                        .filter(kind::isInstance)
                        .isPresent());
        return server.findResult(bench.device(), id).orElseThrow();
    }

    static void profileList(Bench any) {
        SimulatedBench bench = any.simulated();
        try (MdmServer server = bench.open()) {
            Sent sent = bench.installed(server, "listed", 1);
            Optional<ServerProfiles> told = server.findProfiles(bench.device());
            assertThat(told).as("a list of profiles").isPresent();
            bench.checkIn();
            bench.until(
                    "it is in the list",
                    () -> server.findProfiles(bench.device()).orElseThrow().entries().stream()
                            .anyMatch(entry -> entry.toString().contains(sent.uuid())
                                    || entry.identifier()
                                            .equals(TestContent.key("listed").toString())
                                    || entry.name()
                                            .contains(TestContent.key("listed").toString())));
        }
    }

    static void queue(Bench any) {
        SimulatedBench bench = any.simulated();
        try (MdmServer server = bench.open()) {
            bench.macFaults("{\"asleep\": true}");
            Sent sent = bench.install(server, "queued", 1);
            Optional<Set<String>> told = server.findQueued(bench.device());
            assertThat(told).as("a queue").isPresent();
            String id = sent.command().commandUuid();
            bench.until("it is queued", () -> queued(bench, server, id));
            bench.macFaults("{}");
            bench.arrived("queued", sent);
            bench.until("it is not queued any more", () -> !queued(bench, server, id));
        } finally {
            bench.macFaults("{}");
        }
    }

    private static boolean queued(SimulatedBench bench, MdmServer server, String id) {
        return server.findQueued(bench.device()).orElseThrow().contains(id);
    }
}
