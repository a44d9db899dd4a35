// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import dev.cmdm.cli.Simulator;
import dev.cmdm.cli.Until;
import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.ListingReader;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A simulated server with a simulated Mac, on which things can be made to go wrong. */
final class SimulatedBench extends Bench {
    private final Simulator simulator;
    private final String mac;

    /**
     * One of the Macs of a server.
     *
     * @param number its place in {@link Subjects#MACS}
     */
    SimulatedBench(Simulator simulator, Subject subject, int number) {
        super(subject);
        this.simulator = simulator;
        this.mac = Subjects.mac(subject, number);
    }

    /** Another Mac of the same server. */
    SimulatedBench other(int number) {
        return new SimulatedBench(simulator, subject(), number);
    }

    @Override
    String url() {
        return simulator.url(subject().word());
    }

    @Override
    Secret credential() {
        return Secret.of(Subjects.PASSWORD);
    }

    @Override
    Device device() {
        JsonNode facts = simulator.mac(mac);
        return new Device(
                facts.path("serial").asString(),
                facts.path("udid").asString(),
                new MacOsVersion(15, 1, 0),
                Enrollment.USER_APPROVED);
    }

    @Override
    SimulatedBench simulated() {
        return this;
    }

    @Override
    void until(String what, BooleanSupplier condition) {
        Until.isTrue(subject().title() + ": " + what, condition);
    }

    /** What goes wrong at the server next. */
    void serverFaults(String json) {
        simulator.put("/servers/" + subject().word() + "/faults", json);
    }

    /** What goes wrong at the Mac. */
    void macFaults(String json) {
        simulator.put("/macs/" + mac + "/faults", json);
    }

    void unenroll() {
        simulator.post("/macs/" + mac + "/unenroll", "{}");
    }

    void enroll() {
        simulator.post(
                "/macs/" + mac + "/enroll",
                "{\"server\": \"" + subject().word() + "\", \"approval\": \"user-approved\"}");
    }

    void checkIn() {
        simulator.post("/macs/" + mac + "/check-in", "{}");
    }

    /** How many commands of a type the Mac answered, with whatever but NotNow. */
    long answered(String requestType) {
        return StreamSupport.stream(simulator.get("/macs/" + mac + "/commands").spliterator(), false)
                .filter(command -> command.path("requestType").asString().equals(requestType))
                .filter(command -> !command.path("status").asString().equals("NotNow"))
                .count();
    }

    /** How often the Mac said NotNow. */
    long putOff() {
        return StreamSupport.stream(simulator.get("/macs/" + mac + "/commands").spliterator(), false)
                .filter(command -> command.path("status").asString().equals("NotNow"))
                .count();
    }

    List<String> requests() {
        return simulator.requests(subject().word());
    }

    Path root() {
        return Path.of(simulator.mac(mac).path("root").asString());
    }

    Path folder() {
        return simulator.folder().resolve("conformance").resolve(mac);
    }

    @Override
    Installed installed() {
        try {
            Process tool =
                    new ProcessBuilder(root().resolve("usr/bin/profiles").toString(), "-P", "-o", "stdout-xml").start();
            return ListingReader.read(tool.getInputStream().readAllBytes(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
