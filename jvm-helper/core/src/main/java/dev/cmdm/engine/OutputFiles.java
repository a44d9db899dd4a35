// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.OutputExistsException;
import dev.cmdm.answer.OutputFailedException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Writes files whole or not at all, with the mode of the file that they were made of, and for their owner only without one. */
public final class OutputFiles {
    private OutputFiles() {}

    /**
     * Replaces a file; what a link points to stays behind the link.
     *
     * @throws OutputFailedException when it cannot be written
     */
    static void replace(Path file, byte[] bytes) {
        try {
            put(file.toRealPath(), bytes, Optional.of(file), true);
        } catch (IOException e) {
            throw new OutputFailedException(file.toString());
        }
    }

    /**
     * Writes a file, and the folders above it that are not there.
     *
     * @param like whose mode it gets
     * @throws OutputExistsException when there is such a file and it may not be overwritten
     * @throws OutputFailedException when it cannot be written
     */
    public static void write(Path file, byte[] bytes, Optional<Path> like, boolean overwrite) {
        try {
            if (!overwrite && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new OutputExistsException(file.toString());
            }
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            put(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), bytes, like, overwrite);
        } catch (FileAlreadyExistsException e) {
            throw new OutputExistsException(file.toString());
        } catch (IOException e) {
            throw new OutputFailedException(file.toString());
        }
    }

    /** What is no regular file, a device or a pipe, is written to and never replaced. */
    private static void put(Path file, byte[] bytes, Optional<Path> like, boolean overwrite) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.write(file, bytes, StandardOpenOption.WRITE);
            return;
        }
        Path fresh = Files.createTempFile(file.resolveSibling(""), ".cmdm-", ".new");
        try {
            Files.write(fresh, bytes);
            if (like.isPresent()) {
                Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(like.orElseThrow()));
            }
            if (overwrite) {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.move(fresh, file);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
