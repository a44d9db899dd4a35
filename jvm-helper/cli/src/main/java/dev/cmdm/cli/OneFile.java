// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** What a command takes that is about one file, and not about all in a folder. */
final class OneFile {
    private OneFile() {}

    /**
     * Refuses a folder.
     *
     * @throws UsageException when it is one
     */
    static void require(String name) {
        if (Files.isDirectory(Path.of(name)) && !name.isEmpty()) {
            throw new UsageException(name + " is a folder; name one profile");
        }
    }
}
