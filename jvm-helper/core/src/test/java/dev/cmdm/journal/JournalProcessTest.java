// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The journal between real processes. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class JournalProcessTest {
    @TempDir
    Path parent;

    @Test
    void killedAnywhereItKeepsEveryEntryThatWasCalledStored() throws Exception {
        for (int entries : List.of(1, 7, 40)) {
            Path folder = parent.resolve("killed" + entries);
            Process writer = start(folder, "");
            String last = "";
            try (BufferedReader out = output(writer)) {
                for (int at = 0; at <= entries; at++) {
                    last = out.readLine();
                }
                kill(writer);
                for (String line = out.readLine(); line != null && line.startsWith("stored"); line = out.readLine()) {
                    last = line;
                }
            }
            int stored = Integer.parseInt(last.substring("stored ".length()));
            List<String> ids = FileJournal.read(folder).state().pending().stream()
                    .map(sent -> sent.commandUuid())
                    .toList();
            assertThat(ids)
                    .hasSizeGreaterThanOrEqualTo(stored)
                    .startsWith("ID-1")
                    .contains("ID-" + stored);
            FileJournal.open(folder, opening()).close();
        }
    }

    @Test
    void aLivingProcessHoldsItAndADeadOneCannot() throws Exception {
        Path folder = parent.resolve("held");
        Process writer = start(folder, "");
        try (BufferedReader out = output(writer)) {
            assertThat(out.readLine()).isEqualTo("open");
            assertThatThrownBy(() -> FileJournal.open(folder, opening()))
                    .isInstanceOf(JournalUnavailableException.class)
                    .hasMessageContaining("another run (chef-client, pid " + writer.pid() + ", since ");
            kill(writer);
            FileJournal.open(folder, opening()).close();
        }
    }

    @Test
    void aDiskThatTakesNoMoreIsSaidAndWhatWasStoredStays() throws Exception {
        Path folder = parent.resolve("full");
        Process writer = start(folder, "ulimit -f 16; ");
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = output(writer)) {
            out.lines().forEach(lines::add);
        }
        assertThat(writer.waitFor()).isZero();
        assertThat(lines.get(lines.size() - 1))
                .startsWith("refused " + folder.resolve("journal"))
                .contains("nothing more is sent");
        FileJournal.Reading reading = FileJournal.read(folder);
        assertThat(reading.state().pending()).hasSize(lines.size() - 2);
        assertThat(reading.notes()).isEmpty();
    }

    private static Process start(Path folder, String before) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        "bash",
                        "-c",
                        before + "exec \"$@\"",
                        "writer",
                        java,
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void kill(Process process) throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    private static FileJournal.Opening opening() {
        return new FileJournal.Opening(
                Holder.here("cmdm", Time.SYSTEM.now()), Time.SYSTEM, Duration.ZERO, ZoneOffset.UTC);
    }
}
