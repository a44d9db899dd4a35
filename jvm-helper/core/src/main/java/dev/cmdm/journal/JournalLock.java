// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write. The operating system holds it for a process and takes it back when that dies,
 * whatever stands in the file; what stands there only tells people who it is.
 */
final class JournalLock implements AutoCloseable {
    private static final String FILE = "lock";
    private static final int LARGEST_TEXT = 1024;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /**
     * Who holds what within this process. The operating system knows processes only, and closing a lock
     * file anywhere in a process gives its lock up, so a file held here is never opened a second time.
     */
    private static final Map<Path, Holder> HERE = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;

    private JournalLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Waits for the right to write.
     *
     * @param patience how long to wait for another holder
     * @throws JournalUnavailableException when another holds it for longer
     */
    static JournalLock take(StateFolder folder, Holder holder, Time time, Duration patience, ZoneId zone) {
        Path file = realPath(folder).resolve(FILE);
        Duration start = time.elapsed();
        while (true) {
            Attempt attempt = attempt(file, holder);
            if (attempt.lock().isPresent()) {
                return attempt.lock().orElseThrow();
            }
            boolean interrupted = Thread.currentThread().isInterrupted();
            if (interrupted || time.elapsed().minus(start).compareTo(patience) >= 0) {
                throw new JournalUnavailableException("another run (" + describe(attempt.other(), zone)
                        + ") is changing profiles; waited " + patience.toSeconds()
                        + " s. Try again when it has ended");
            }
            time.sleep(BETWEEN_TRIES);
        }
    }

    /** The lock, or who has it as far as is known. */
    private record Attempt(Optional<JournalLock> lock, Optional<Holder> other) {}

    private static Attempt attempt(Path file, Holder holder) {
        Holder other = HERE.putIfAbsent(file, holder);
        if (other != null) {
            return new Attempt(Optional.empty(), Optional.of(other));
        }
        boolean held = false;
        try {
            Optional<FileChannel> channel = tryLock(file);
            channel.ifPresent(open -> name(open, holder));
            held = channel.isPresent();
            return held
                    ? new Attempt(channel.map(open -> new JournalLock(file, open)), Optional.empty())
                    : new Attempt(Optional.empty(), findHolder(file));
        } catch (IOException e) {
            throw new JournalUnavailableException(
                    file + " cannot be locked (" + Reasons.of(e) + "); nothing was sent. Run as the folder's owner");
        } finally {
            if (!held) {
                HERE.remove(file);
            }
        }
    }

    private static Optional<FileChannel> tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                StateFolder.privateFile());
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            return lock == null ? Optional.empty() : Optional.of(channel);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    private static void name(FileChannel channel, Holder holder) {
        Fields fields = new Fields()
                .with("program", holder.program())
                .with("pid", Long.toString(holder.pid()))
                .with("since", holder.since());
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((fields + "\n").getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException ignored) {
            // only people read it; on a full disk the first entry will say so
        }
    }

    private static String describe(Optional<Holder> other, ZoneId zone) {
        return other.map(holder -> holder.program() + ", pid " + holder.pid() + ", since "
                        + CLOCK.withZone(zone).format(holder.since()))
                .orElse("of an unknown program");
    }

    private static Optional<Holder> findHolder(Path file) {
        try {
            if (Files.size(file) > LARGEST_TEXT) {
                return Optional.empty();
            }
            Fields fields = Fields.read(Files.readString(file).strip());
            Instant since = fields.getInstant("since");
            return Optional.of(new Holder(fields.get("program"), Long.parseLong(fields.get("pid")), since));
        } catch (IOException | UnreadableLineException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Path realPath(StateFolder folder) {
        try {
            return folder.path().toRealPath();
        } catch (IOException e) {
            throw new JournalUnavailableException(
                    folder.path() + " cannot be read (" + Reasons.of(e) + "); nothing was sent");
        }
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
        } catch (IOException ignored) {
            // what stands there without a lock is taken for nobody
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new JournalUnavailableException(file + " cannot be given up (" + Reasons.of(e) + ")");
        } finally {
            HERE.remove(file);
        }
    }
}
