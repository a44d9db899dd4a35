// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The history in two files beside the journal, one line each: moment, program, owner, event, profile
 * and text between tabs. When the younger file has grown, it takes the place of the older one.
 */
public final class FileHistory implements History {
    private static final String NAME = "history";
    private static final String OLDER = "history.old";
    private static final String TAB = "\t";
    private static final int FIELDS = 6;
    /** How much one of the two files holds, in bytes. */
    private static final long LARGEST = 512 * 1024;

    private final StateFolder folder;
    private final String program;
    private final long largest;

    /**
     * The history in the folder of a journal.
     *
     * @param folder which is there, and whose journal the caller has open for writing
     * @param program who runs
     */
    public FileHistory(Path folder, String program) {
        this(folder, program, LARGEST);
    }

    FileHistory(Path folder, String program, long largest) {
        this.folder = new StateFolder(folder);
        this.program = program;
        this.largest = largest;
    }

    @Override
    public void add(Event event) {
        byte[] bytes = (write(new Line(program, event)) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            makeRoom(bytes.length);
            append(bytes);
        } catch (IOException ignored) {
            // people can do without a line; the journal, which cannot, says what is wrong with the disk
        }
    }

    private void makeRoom(int more) throws IOException {
        Path file = folder.file(NAME);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) + more > largest) {
            Files.move(file, folder.file(OLDER), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void append(byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                folder.file(NAME),
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND,
                        LinkOption.NOFOLLOW_LINKS),
                StateFolder.privateFile())) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    /**
     * The youngest lines of a folder's history, oldest first; a line that makes no sense is left out.
     *
     * @throws JournalUnavailableException when there is one and it cannot be read
     */
    public static List<Line> read(Path folder, int atMost) {
        List<Line> lines = new ArrayList<>();
        for (String name : List.of(OLDER, NAME)) {
            Path file = folder.resolve(name);
            try {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                text.lines().forEach(line -> read(line, lines));
            } catch (NoSuchFileException ignored) {
                // nothing was kept in it yet
            } catch (IOException e) {
                throw new JournalUnavailableException(file + " cannot be read (" + Reasons.of(e) + "); run with sudo");
            }
        }
        return List.copyOf(lines.subList(Math.max(0, lines.size() - atMost), lines.size()));
    }

    private static String write(Line line) {
        Event event = line.event();
        return String.join(
                TAB,
                event.at().toString(),
                Fields.escape(line.program()),
                Fields.escape(event.owner()),
                Fields.escape(event.word()),
                Fields.escape(event.profile()),
                Fields.escape(event.text()));
    }

    private static void read(String text, List<Line> lines) {
        String[] fields = text.split(TAB, -1);
        if (fields.length != FIELDS) {
            return;
        }
        try {
            Event event = new Event(
                    Fields.instant(fields[0]),
                    Fields.unescape(fields[2], 0),
                    Fields.unescape(fields[3], 0),
                    Fields.unescape(fields[4], 0),
                    Fields.unescape(fields[5], 0));
            lines.add(new Line(Fields.unescape(fields[1], 0), event));
        } catch (UnreadableLineException ignored) {
            // it was cut off when the process or the disk ended
        }
    }
}
