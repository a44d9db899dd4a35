// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.OutputFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file that a person named. */
public final class FileOutput {
    private FileOutput() {}

    /**
     * Writes all of it, over what was there.
     *
     * @throws OutputFailedException when it may not be written
     */
    public static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new OutputFailedException(file.toString());
        }
    }
}
