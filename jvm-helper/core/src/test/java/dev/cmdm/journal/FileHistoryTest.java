// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHistoryTest {
    @TempDir
    Path folder;

    @Test
    void keepsWhatHappenedInOrderWithTheProgramThatRan() {
        new FileHistory(folder, "chef-client").add(event(1, "sent"));
        new FileHistory(folder, "cmdm").add(event(2, "a\ttab and a\nnewline"));
        assertThat(FileHistory.read(folder, 10))
                .containsExactly(
                        new History.Line("chef-client", event(1, "sent")),
                        new History.Line("cmdm", event(2, "a\ttab and a\nnewline")));
    }

    @Test
    void tellsOnlyTheYoungestWhenAskedForFew() {
        History history = new FileHistory(folder, "cmdm");
        for (int at = 0; at < 9; at++) {
            history.add(event(at, "sent"));
        }
        assertThat(FileHistory.read(folder, 2))
                .extracting(line -> line.event().at())
                .containsExactly(Instant.ofEpochSecond(7), Instant.ofEpochSecond(8));
    }

    @Test
    void isBoundedAndForgetsTheOldestFirst() throws IOException {
        History history = new FileHistory(folder, "cmdm", 2000);
        for (int at = 0; at < 500; at++) {
            history.add(event(at, "sent"));
        }
        long size = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                size += Files.size(file);
                assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
        }
        assertThat(size).isLessThanOrEqualTo(4000);
        List<History.Line> lines = FileHistory.read(folder, 1000);
        assertThat(lines.get(lines.size() - 1).event().at()).isEqualTo(Instant.ofEpochSecond(499));
        assertThat(lines).hasSizeGreaterThan(10);
    }

    @Test
    void leavesOutALineThatWasCutOff() throws IOException {
        History history = new FileHistory(folder, "cmdm");
        history.add(event(1, "sent"));
        Files.writeString(folder.resolve("history"), "2026-03-0\n", StandardOpenOption.APPEND);
        history.add(event(2, "seen"));
        assertThat(FileHistory.read(folder, 10)).hasSize(2);
    }

    @Test
    void aFolderWithoutOneHoldsNothing() {
        assertThat(FileHistory.read(folder.resolve("none"), 10)).isEmpty();
    }

    @Test
    void aFolderThatIsGoneStopsNothing() {
        Path gone = folder.resolve("gone");
        new FileHistory(gone, "cmdm").add(event(1, "sent"));
        assertThat(gone).doesNotExist();
    }

    private static History.Event event(long at, String text) {
        return new History.Event(Instant.ofEpochSecond(at), "chef:acme", "sent", "com.acme.dock", text);
    }
}
