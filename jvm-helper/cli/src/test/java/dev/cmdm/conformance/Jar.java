// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The shipped jar on a simulated Mac, with a folder of declared profiles. */
final class Jar {
    private static final Path LAUNCHER = Path.of("target/bin/cmdm").toAbsolutePath();

    private final SimulatedBench bench;
    private final Path folder;

    /**
     * The jar with an empty state.
     *
     * @param purpose a word for its folders
     */
    Jar(SimulatedBench bench, String purpose) throws IOException {
        this.bench = bench;
        this.folder = bench.folder().resolve(purpose);
        Files.createDirectories(profiles());
    }

    /** What a run printed and how it ended. */
    record Ended(int exit, String out) {}

    void declare(String name, int setting) throws IOException {
        Files.write(profiles().resolve(name + ".mobileconfig"), TestContent.file(name, setting));
    }

    Ended apply(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString(), "apply"));
        command.addAll(List.of(options));
        command.add(profiles().toString());
        ProcessBuilder run = new ProcessBuilder(command).redirectErrorStream(true);
        run.environment().keySet().removeIf(name -> name.startsWith("CMDM_"));
        run.environment().putAll(environment());
        Path out = Files.createTempFile(folder, "run", ".out");
        int exit = run.redirectOutput(out.toFile()).start().waitFor();
        return new Ended(exit, Files.readString(out));
    }

    private Path profiles() {
        return folder.resolve("profiles");
    }

    private Map<String, String> environment() throws IOException {
        Map<String, String> set = new TreeMap<>();
        set.put("CMDM_JAVA_HOME", System.getProperty("java.home"));
        set.put("CMDM_MAC_ROOT", bench.root().toString());
        set.put("CMDM_STATE_DIR", folder.resolve("state").toString());
        set.put("CMDM_MDM_PRODUCT", bench.subject().product().word());
        set.put("CMDM_MDM_URL", bench.url());
        set.put("CMDM_MDM_CREDENTIAL", source("credential", Subjects.PASSWORD));
        set.put("CMDM_CREDENTIAL_ON_DEVICE", "true");
        bench.set().forEach((word, text) -> set.put(variable(word), text));
        for (Map.Entry<String, String> secret : bench.secrets().entrySet()) {
            set.put(variable(secret.getKey()), source(secret.getKey(), secret.getValue()));
        }
        return set;
    }

    private static String variable(String word) {
        return "CMDM_" + word.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private String source(String name, String secret) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, secret);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return "file:" + file;
    }
}
