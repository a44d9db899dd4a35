// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the shipped jar by its launcher, as a process of its own, against one simulated Mac. */
final class Shipped {
    static final Path LAUNCHER = Path.of("target/bin/cmdm").toAbsolutePath();

    private final SimulatedMac mac;
    private final Map<String, String> environment = new LinkedHashMap<>();

    Shipped(SimulatedMac mac) {
        this.mac = mac;
        environment.put("CMDM_MAC_ROOT", mac.root().toString());
        environment.put("CMDM_STATE_DIR", state().toString());
        environment.put("CMDM_MDM_PRODUCT", mac.product().word());
        environment.put("CMDM_MDM_URL", mac.world().url(mac.product()));
        environment.put("CMDM_MDM_CREDENTIAL", "file:" + credential(World.PASSWORD));
        environment.put("CMDM_CREDENTIAL_ON_DEVICE", "true");
    }

    Path state() {
        return mac.folder().resolve("state");
    }

    String journal() {
        try {
            Path file = state().resolve("journal");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Shipped with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shipped without(String variable) {
        environment.remove(variable);
        return this;
    }

    Path profiles() {
        return mac.profiles();
    }

    /** A file that holds a credential and that only its owner may read. */
    Path credential(String text) {
        try {
            Path file = mac.folder().resolve("credential");
            Files.writeString(file, text);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code cmdm apply} of the Mac's folder of profiles. */
    Ended apply(String... options) {
        return run(onProfiles("apply", options));
    }

    /** {@code cmdm plan} of the Mac's folder of profiles. */
    Ended plan(String... options) {
        return run(onProfiles("plan", options));
    }

    Ended run(String... arguments) {
        return start(arguments).end();
    }

    Running startApply(String... options) {
        return start(onProfiles("apply", options));
    }

    Running start(String... arguments) {
        return startProgram(LAUNCHER, arguments);
    }

    Running startProgram(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("CMDM_"));
        builder.environment().put("CMDM_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        try {
            Path out = Files.createTempFile(mac.folder(), "run", ".out");
            Path err = Files.createTempFile(mac.folder(), "run", ".err");
            return new Running(
                    builder.redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start(),
                    out,
                    err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] onProfiles(String command, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(options));
        arguments.add(mac.profiles().toString());
        return arguments.toArray(String[]::new);
    }
}
