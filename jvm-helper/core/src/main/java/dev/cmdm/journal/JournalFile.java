// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

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
import java.util.Set;

/** The journal's file, open for adding; every change is on the disk when its method returns. */
final class JournalFile implements AutoCloseable {
    static final String NAME = "journal";
    private static final String NEW = "journal.new";

    private final StateFolder folder;
    private FileChannel channel;
    private long size;

    private JournalFile(StateFolder folder, FileChannel channel, long size) {
        this.folder = folder;
        this.channel = channel;
        this.size = size;
    }

    /** Opens it where it ends in a whole line; what stands behind that is cut off. */
    static JournalFile open(StateFolder folder, long whole) throws IOException {
        Files.deleteIfExists(folder.file(NEW));
        boolean fresh = !Files.exists(folder.file(NAME), LinkOption.NOFOLLOW_LINKS);
        FileChannel channel = channel(folder.file(NAME), StandardOpenOption.CREATE);
        if (channel.size() > whole) {
            channel.truncate(whole);
            channel.force(true);
        }
        if (fresh) {
            channel.force(true);
            folder.sync();
        }
        return new JournalFile(folder, channel, whole);
    }

    long size() {
        return size;
    }

    void add(String line) throws IOException {
        try {
            size += write(channel, size, line + "\n");
        } catch (IOException e) {
            channel.truncate(size);
            throw e;
        }
    }

    /** Puts other lines in the place of all there are, at once: after a crash there are the old or the new. */
    void replace(List<String> lines) throws IOException {
        String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        Path replacement = folder.file(NEW);
        FileChannel other = channel(replacement, StandardOpenOption.CREATE_NEW);
        try {
            long written = write(other, 0, text);
            Files.move(
                    replacement,
                    folder.file(NAME),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            FileChannel old = channel;
            channel = other;
            size = written;
            old.close();
            folder.sync();
        } finally {
            if (channel != other) {
                other.close();
                Files.deleteIfExists(replacement);
            }
        }
    }

    private static long write(FileChannel channel, long at, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        long position = at;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
        channel.force(true);
        return position - at;
    }

    private static FileChannel channel(Path file, StandardOpenOption creation) throws IOException {
        return FileChannel.open(
                file, Set.of(creation, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS), StateFolder.privateFile());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
