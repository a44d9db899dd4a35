// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** A file that gets a line per event; it begins empty. */
final class LogFile implements Consumer<String> {
    private final Path file;

    LogFile(Path file) throws IOException {
        this.file = file;
        Files.writeString(file, "");
    }

    @Override
    public synchronized void accept(String line) {
        try {
            Files.writeString(file, line.lines().findFirst().orElse("") + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
