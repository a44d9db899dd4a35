// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.OutputExistsException;
import dev.cmdm.answer.OutputFailedException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Writes files whole or not at all, with the mode of the file that they were made of, and for their owner only without
 * one. What is replaced keeps its owner and group.
 */
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
            Path folder = file.toAbsolutePath().resolveSibling("");
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
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
            Files.write(fresh, bytes, StandardOpenOption.WRITE);
            if (like.isPresent()) {
                Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(like.orElseThrow()));
            }
            if (overwrite) {
                if (Files.exists(file)) {
                    keepOwner(file, fresh);
                }
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.move(fresh, file);
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
    }

    /** What may not be given away becomes the caller's own, and what its group might do is not left to another group. */
    private static void keepOwner(Path old, Path fresh) throws IOException {
        PosixFileAttributes before = Files.readAttributes(old, PosixFileAttributes.class);
        PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        PosixFileAttributes now = view.readAttributes();
        if (now.owner().equals(before.owner()) && now.group().equals(before.group())) {
            return;
        }
        try {
            view.setGroup(before.group());
            view.setOwner(before.owner());
        } catch (FileSystemException e) {
            if (!view.readAttributes().group().equals(before.group())) {
                Set<PosixFilePermission> mode = EnumSet.copyOf(now.permissions());
                mode.removeAll(PosixFilePermissions.fromString("---rwx---"));
                view.setPermissions(mode);
            }
        }
    }
}
