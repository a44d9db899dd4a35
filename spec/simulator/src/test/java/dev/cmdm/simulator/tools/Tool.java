// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.tools;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a stand-in as a real process. */
public final class Tool {
    /** What a stand-in printed on both streams, and its exit code. */
    public record Result(int exit, String text) {}

    private Tool() {}

    /** Runs the tool at this path below the root of a Mac. */
    public static Result run(Path root, String tool, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(root.resolve(tool).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " does not end");
            }
            return new Result(process.exitValue(), text);
        }
    }

    /** Runs the profiles stand-in. */
    public static Result profiles(Path root, String... arguments) throws Exception {
        return run(root, "usr/bin/profiles", arguments);
    }
}
