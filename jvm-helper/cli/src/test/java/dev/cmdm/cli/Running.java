// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A process of the shipped jar; the launcher has become the JVM, so that a signal reaches the JVM itself.
 *
 * @param process the JVM
 * @param out the file that its standard output goes to
 * @param err the file that its standard error goes to
 */
record Running(Process process, Path out, Path err) {
    private static final long LIMIT_SECONDS = 150;

    /** Ends its input and waits for it. */
    Ended end() {
        try {
            process.getOutputStream().close();
            return ended();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it by SIGKILL: it has no chance to finish anything. */
    Ended kill() {
        process.destroyForcibly();
        return ended();
    }

    /** Tells it to end by SIGTERM. */
    Ended terminate() {
        process.destroy();
        return ended();
    }

    void write(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String written() {
        return text(out);
    }

    private Ended ended() {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it hung: " + text(out) + text(err));
            }
            return new Ended(process.exitValue(), text(out), text(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
