// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.config.ConfigurationException;
import dev.cmdm.lint.Ignore;
import dev.cmdm.lint.ListedIgnore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the file that says what lint is to ignore. */
public final class IgnoreFile {
    /** The file that is taken when none is named, in the current folder. */
    public static final Path USUAL = Path.of(".cmdmlint");

    private IgnoreFile() {}

    /**
     * What a file says.
     *
     * @throws ConfigurationException when it cannot be read
     * @throws dev.cmdm.lint.BadIgnoreException when a line is not as it has to be
     */
    public static List<Ignore> read(Path file) {
        try {
            return ListedIgnore.file(Files.readAllLines(file), file.toString());
        } catch (IOException e) {
            throw new ConfigurationException("the file of what to ignore cannot be read as UTF-8: " + file);
        }
    }
}
