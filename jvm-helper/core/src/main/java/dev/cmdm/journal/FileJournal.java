// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * The journal of one Mac in one file, a checked line for each entry. {@code docs/journal.md} describes
 * it for people. It is written by one process at a time and read by any.
 */
public final class FileJournal implements Journal {
    /** Beyond this the lines are rewritten to the fewest that say the same, in bytes. */
    private static final long COMFORTABLE = 512 * 1024;
    /** Beyond this nothing is read, in bytes; cmdm never writes as much. */
    private static final long LARGEST = 64L * 1024 * 1024;

    private final JournalLock lock;
    private final JournalFile file;
    private final Path path;
    private final List<String> notes;
    private JournalState state;
    private long limit;
    private boolean broken;

    private FileJournal(JournalLock lock, JournalFile file, Path path, Reading reading, long comfortable) {
        this.lock = lock;
        this.file = file;
        this.path = path;
        this.notes = reading.notes();
        this.state = reading.state();
        this.limit = comfortable;
    }

    /**
     * What a journal says.
     *
     * @param state what its entries amount to
     * @param notes what could not be read and is left out, one line each for people
     */
    public record Reading(JournalState state, List<String> notes) {
        public Reading {
            notes = List.copyOf(notes);
        }
    }

    /**
     * How a journal is opened for writing.
     *
     * @param holder who writes
     * @param time the clock
     * @param patience how long to wait for another writer
     * @param zone in which people are told since when another one writes
     */
    public record Opening(Holder holder, Time time, Duration patience, ZoneId zone) {}

    /**
     * Opens the journal of a folder for writing; creates both where they are missing.
     *
     * @throws JournalUnavailableException when another writer does not end in time, or the folder or
     *     file cannot be used
     */
    public static FileJournal open(Path folder, Opening opening) {
        return open(folder, opening, COMFORTABLE);
    }

    static FileJournal open(Path folder, Opening opening, long comfortable) {
        StateFolder place = new StateFolder(folder);
        place.prepare();
        JournalLock lock =
                JournalLock.take(place, opening.holder(), opening.time(), opening.patience(), opening.zone());
        boolean opened = false;
        Path path = place.file(JournalFile.NAME);
        try {
            JournalText text = text(path);
            JournalFile file = JournalFile.open(place, text.whole());
            Reading reading = new Reading(JournalState.EMPTY.after(text.entries()), text.notes());
            FileJournal journal = new FileJournal(lock, file, path, reading, comfortable);
            opened = true;
            return journal;
        } catch (IOException e) {
            throw unavailable(path, e);
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    /**
     * Reads the journal of a folder and writes nothing, not even a lock. A caller who may not look into
     * the folder is told so in the notes.
     *
     * @throws JournalUnavailableException when the file is there and cannot be read for another reason
     */
    public static Reading read(Path folder) {
        Path path = folder.resolve(JournalFile.NAME);
        try {
            JournalText text = text(path);
            return new Reading(JournalState.EMPTY.after(text.entries()), text.notes());
        } catch (AccessDeniedException e) {
            return new Reading(
                    JournalState.EMPTY,
                    List.of(path + " can be read by its owner only, so what was sent and recorded is not known;"
                            + " run with sudo"));
        } catch (IOException e) {
            throw unavailable(path, e);
        }
    }

    private static JournalText text(Path path) throws IOException {
        try {
            if (Files.size(path) > LARGEST) {
                throw new JournalUnavailableException(
                        path + " is larger than any journal; nothing was sent. Move it away");
            }
            return JournalText.read(Files.readAllBytes(path), path.toString());
        } catch (NoSuchFileException e) {
            return new JournalText(List.of(), List.of(), 0);
        }
    }

    /** What could not be read when it was opened, one line each for people. */
    public List<String> notes() {
        return notes;
    }

    @Override
    public JournalState state() {
        return state;
    }

    @Override
    public void add(Entry entry) {
        if (broken) {
            throw new JournalUnavailableException(path + " could not be written before; nothing more is sent");
        }
        try {
            file.add(LineFormat.write(entry));
        } catch (IOException e) {
            broken = true;
            throw unavailable(path, e);
        }
        state = state.after(List.of(entry));
        if (file.size() > limit) {
            rewrite();
        }
    }

    /** A rewriting that fails leaves the old lines, which say the same. */
    private void rewrite() {
        try {
            file.replace(state.entries().stream().map(LineFormat::write).toList());
            limit = Math.max(limit, 2 * file.size());
        } catch (IOException e) {
            limit = 2 * limit;
        }
    }

    private static JournalUnavailableException unavailable(Path path, IOException e) {
        return new JournalUnavailableException(path + " cannot be used (" + Reasons.of(e)
                + "); nothing more is sent. Free space on its disk, or check who owns it");
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw unavailable(path, e);
        } finally {
            lock.close();
        }
    }
}
