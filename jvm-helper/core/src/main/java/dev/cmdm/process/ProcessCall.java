// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.process;

import java.time.Duration;
import java.util.List;

/**
 * A program to run.
 *
 * @param argv the program, by absolute path, and its arguments, each handed over as it is
 * @param environment which variables it sees
 * @param outputLimit how many bytes of each of its two outputs are taken
 * @param deadline how long it may take
 */
public record ProcessCall(List<String> argv, Environment environment, int outputLimit, Duration deadline) {
    private static final int DEFAULT_LIMIT = 1024 * 1024;
    private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(60);

    /** Which variables a program sees. */
    public enum Environment {
        /**
         * Only a search path of the system's own folders and a locale that is the same everywhere: nothing that the
         * caller's shell holds can change what the program does or prints.
         */
        CLEAN,
        /** The variables of this process. */
        INHERITED
    }

    /**
     * Checks what can be checked without the machine.
     *
     * @throws IllegalArgumentException when there is no program, no room for output or no time
     */
    public ProcessCall {
        argv = List.copyOf(argv);
        if (argv.isEmpty() || outputLimit <= 0 || deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("a call needs a program, room for its output and time");
        }
    }

    /** A call with a clean environment, at most 1 MiB of each output and at most 60 s. */
    public static ProcessCall of(List<String> argv) {
        return new ProcessCall(argv, Environment.CLEAN, DEFAULT_LIMIT, DEFAULT_DEADLINE);
    }

    /** The same call with another limit, in bytes of each output. */
    public ProcessCall withOutputLimit(int bytes) {
        return new ProcessCall(argv, environment, bytes, deadline);
    }

    /** The same call with another deadline. */
    public ProcessCall withDeadline(Duration other) {
        return new ProcessCall(argv, environment, outputLimit, other);
    }

    /** The same call with other variables. */
    public ProcessCall withEnvironment(Environment other) {
        return new ProcessCall(argv, other, outputLimit, deadline);
    }

    /** The program, by its path. */
    public String program() {
        return argv.get(0);
    }
}
