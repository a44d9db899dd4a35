// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The folder that holds what cmdm keeps on this Mac; only its owner may look into it. */
final class StateFolder {
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FOREIGN_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path path;

    StateFolder(Path path) {
        this.path = path;
    }

    /** What a new file is born with: read and written by its owner only. */
    static FileAttribute<Set<PosixFilePermission>> privateFile() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    Path path() {
        return path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /**
     * Creates it where it is missing and makes it private.
     *
     * @throws JournalUnavailableException when it cannot be created, or when others could have written into it
     */
    void prepare() {
        try {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                create();
            }
            check();
        } catch (IOException e) {
            throw new JournalUnavailableException(path + " cannot be created or made private (" + Reasons.of(e)
                    + "); nothing was sent. Run as its owner, or set CMDM_STATE_DIR to a folder of your own");
        }
    }

    private void create() throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectory(path, PosixFilePermissions.asFileAttribute(PRIVATE));
        if (parent != null) {
            sync(parent);
        }
    }

    private void check() throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new JournalUnavailableException(
                    path + " is no folder (or a link to one); nothing was sent. Move it away");
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        if (permissions.stream().anyMatch(FOREIGN_WRITE::contains)) {
            throw new JournalUnavailableException(path + " can be written by others, so its content cannot be trusted;"
                    + " nothing was sent. Look at what is in it, then: chmod 700");
        }
        if (!permissions.equals(PRIVATE)) {
            Files.setPosixFilePermissions(path, PRIVATE);
        }
    }

    /** Makes the names in this folder survive a loss of power. */
    void sync() throws IOException {
        sync(path);
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
