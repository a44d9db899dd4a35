// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import dev.cmdm.profile.ProfileKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps contents as files beside the journal, readable by their owner only, for they may hold secrets.
 * Whoever stores holds the journal's lock.
 */
public final class FileKeep implements Keep {
    private static final String SUFFIX = ".mobileconfig";
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final StateFolder folder;

    /**
     * The keep of a folder.
     *
     * @param state the folder of the journal, which is there by the time something is stored
     */
    public FileKeep(Path state) {
        this.folder = new StateFolder(state.resolve("migrating"));
    }

    @Override
    public void store(ProfileKey key, byte[] content) {
        folder.prepare();
        Path file = file(key);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(unfinished);
            try (FileChannel channel = FileChannel.open(unfinished, NEW, StateFolder.privateFile())) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            folder.sync();
        } catch (IOException e) {
            throw new JournalUnavailableException(
                    "the content of " + key + " could not be kept in " + folder.path() + " (" + Reasons.of(e)
                            + "), so its local copy stays. Free space on its disk, or check who owns it");
        }
    }

    @Override
    public Optional<byte[]> find(ProfileKey key) {
        try {
            return Files.isRegularFile(file(key), LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(Files.readAllBytes(file(key)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void retain(Set<ProfileKey> keys) {
        if (!Files.isDirectory(folder.path(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Set<Path> retained = keys.stream().map(this::file).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder.path())) {
            List<Path> others = files.filter(file -> !retained.contains(file)).toList();
            for (Path file : others) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // they are the owner's alone, and the next run tries again
        }
    }

    /** An identifier may be longer than a file's name, and hold what none may. */
    private Path file(ProfileKey key) {
        UUID name = UUID.nameUUIDFromBytes(key.toString().getBytes(StandardCharsets.UTF_8));
        return folder.file(name + SUFFIX);
    }
}
