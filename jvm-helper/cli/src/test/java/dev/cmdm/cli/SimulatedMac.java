// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A simulated Mac with a folder of declared profiles and a state folder. */
final class SimulatedMac {
    private static final Pattern LISTED = Pattern.compile("profileIdentifier: (com\\.acme\\.\\S+)");

    private final World world;
    private final World.Product product;
    private final String name;
    private final JsonNode facts;
    private final Path folder;

    SimulatedMac(World world, World.Product product, String name, JsonNode facts) {
        this.world = world;
        this.product = product;
        this.name = name;
        this.facts = facts;
        this.folder = world.folder().resolve("tests").resolve(name);
        try {
            Files.createDirectories(profiles());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    World world() {
        return world;
    }

    World.Product product() {
        return product;
    }

    String name() {
        return name;
    }

    Path folder() {
        return folder;
    }

    Path profiles() {
        return folder.resolve("profiles");
    }

    Path root() {
        return Path.of(facts.path("root").asString());
    }

    String serial() {
        return world.get("/macs/" + name).path("serial").asString();
    }

    String udid() {
        return facts.path("udid").asString();
    }

    /** The profiles under com.acme that the stand-in of the {@code profiles} tool lists. */
    List<String> listing() {
        try {
            Process tool = new ProcessBuilder(root().resolve("usr/bin/profiles").toString(), "-P").start();
            String out = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return LISTED.matcher(out)
                    .results()
                    .map(found -> found.group(1))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The requests that queued a command for this Mac, by the server's log. */
    List<String> sent(String requestType) {
        return world.requests(product).stream()
                .filter(line -> line.contains(udid()) && line.contains(" " + requestType + " "))
                .toList();
    }

    /** How often this Mac carried out a command, or answered it with an error. */
    long carriedOut(String requestType) {
        JsonNode commands = world.get("/macs/" + name + "/commands");
        return StreamSupport.stream(commands.spliterator(), false)
                .filter(command -> command.path("requestType").asString().equals(requestType))
                .filter(command -> !command.path("status").asString().equals("NotNow"))
                .count();
    }

    /** Lets Apple's tools write down from now on how they are called. */
    void watchTools() {
        for (String tool : List.of("usr/bin/profiles", "usr/bin/sw_vers", "usr/sbin/ioreg")) {
            Path script = root().resolve(tool);
            Path watched = script.resolveSibling(script.getFileName() + ".watched");
            try {
                Files.move(script, watched);
                Files.writeString(
                        script, "#!/bin/bash\necho \"${0##*/} $*\" >>'" + calls() + "'\nexec \"$0.watched\" \"$@\"\n");
                Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** How Apple's tools were called since they are watched, and forgets it. */
    List<String> takeCalls() {
        try {
            List<String> lines = Files.readAllLines(calls());
            Files.delete(calls());
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path calls() {
        return folder.resolve("calls");
    }

    /** Enrolls this Mac at its server. */
    void enroll(String approval) {
        world.post(
                "/macs/" + name + "/enroll",
                "{\"server\": \"" + product.word() + "\", \"approval\": \"" + approval + "\"}");
    }

    /** Lets a declaration of the MDM bring a profile. */
    void bring(String profile) {
        String base64 = Base64.getEncoder().encodeToString(profile.getBytes(StandardCharsets.UTF_8));
        world.post("/macs/" + name + "/declare", "{\"profile\": \"" + base64 + "\"}");
    }

    /** A person installs a profile by hand. */
    void installByHand(String profile) {
        String bytes = Base64.getEncoder().encodeToString(profile.getBytes(StandardCharsets.UTF_8));
        world.post("/macs/" + name + "/install", "{\"origin\": \"local\", \"profile\": \"" + bytes + "\"}");
    }

    void faults(String json) {
        world.put("/macs/" + name + "/faults", json);
    }

    void serverFaults(String json) {
        world.faults(product, json);
    }

    void unenroll() {
        world.post("/macs/" + name + "/unenroll", "{}");
    }

    /** Clears the faults and waits until the listing shows a profile. */
    void wakeUntilListed(String identifier) {
        faults("{}");
        world.post("/macs/" + name + "/check-in", "{}");
        Until.isTrue(identifier + " is listed", () -> listing().contains(identifier));
    }

    /** Declares a profile: a file in this Mac's folder. */
    Path declare(String identifier, int setting) {
        return write(identifier, TestProfile.of(identifier, setting));
    }

    Path write(String identifier, String text) {
        try {
            return Files.writeString(profiles().resolve(identifier + ".mobileconfig"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void drop(String identifier) {
        try {
            Files.delete(profiles().resolve(identifier + ".mobileconfig"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
