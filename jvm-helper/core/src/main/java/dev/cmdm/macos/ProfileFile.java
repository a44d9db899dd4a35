// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The file from which the {@code profiles} tool installs: readable by its owner only, in a folder of its own that
 * nobody else can enter, and there no longer than the tool needs it. A run that was killed leaves it behind; the next
 * one takes it away before it writes its own. One at a time: whoever changes a Mac holds the journal's lock.
 */
final class ProfileFile implements AutoCloseable {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ENTERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_READS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;

    private ProfileFile(Path file) {
        this.file = file;
    }

    /**
     * Writes the file.
     *
     * @param parent a folder that only its owner can write to
     * @param content the profile
     * @throws IOException when it cannot be written; nothing of it is left then
     */
    static ProfileFile write(Path parent, byte[] content) throws IOException {
        // the tool takes a file for a profile by the end of its name
        ProfileFile written = new ProfileFile(parent.resolve("installing").resolve("profile.mobileconfig"));
        written.close();
        try {
            Files.createDirectory(written.folder(), OWNER_ENTERS);
            Files.createFile(written.file, OWNER_READS);
            Files.write(written.file, content);
            return written;
        } catch (IOException e) {
            written.close();
            throw e;
        }
    }

    /** Where it is. */
    Path path() {
        return file;
    }

    /**
     * Takes it away.
     *
     * @throws IOException when it stays
     */
    @Override
    public void close() throws IOException {
        if (Files.isDirectory(folder(), LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder());
    }

    private Path folder() {
        return file.resolveSibling("");
    }
}
