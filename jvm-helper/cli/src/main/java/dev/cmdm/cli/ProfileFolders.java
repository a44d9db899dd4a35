// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.desired.FileUnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files named on a command line, and those in folders named there. */
final class ProfileFolders {
    private ProfileFolders() {}

    /**
     * Every file, folders replaced by the profiles in them, in name order.
     *
     * @throws FileUnreadableException when a folder cannot be read: a list with a hole must not pass for whole
     */
    static List<Path> files(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (path.toString().isEmpty()) {
                throw new UsageException("a path is empty; is a variable not set?");
            }
            if (Files.isDirectory(path)) {
                files.addAll(profiles(path));
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static List<Path> profiles(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.getFileName().toString().endsWith(".mobileconfig"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new FileUnreadableException(folder, "the folder may not be read; check its mode");
        }
    }
}
