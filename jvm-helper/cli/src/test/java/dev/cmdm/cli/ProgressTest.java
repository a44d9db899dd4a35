// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.apply.CommandIds;
import dev.cmdm.engine.Host;
import dev.cmdm.journal.Time;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The passing line of commands over many files. */
class ProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Duration elapsed = Duration.ofSeconds(100);

    @Test
    void aPersonSeesHowFarItIsOnceItTakesLongerThanASecond() {
        Progress progress = progress(true, 3);
        progress.step(() -> {});
        assertThat(shown()).doesNotContain("of 3");
        elapsed = elapsed.plusMillis(1500);
        progress.step(() -> {});
        assertThat(shown()).endsWith("2 of 3");
        progress.step(() -> assertThat(shown()).endsWith("\r\u001b[K"));
        assertThat(shown()).doesNotContain("3 of 3");
    }

    @Test
    void aPipeSeesNothing() {
        Progress progress = progress(false, 2);
        elapsed = elapsed.plusSeconds(5);
        progress.step(() -> {});
        assertThat(shown()).isEmpty();
    }

    private Progress progress(boolean terminal, int all) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Progress(host(), new Console(InputStream.nullInputStream(), stream, stream, terminal), all);
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Host host() {
        Time time = new Time() {
            @Override
            public Instant now() {
                return Instant.EPOCH;
            }

            @Override
            public Duration elapsed() {
                return elapsed;
            }

            @Override
            public void sleep(Duration span) {
                throw new AssertionError("nothing is waited for");
            }
        };
        return new Host(
                Map.of(),
                "Linux",
                "somebody",
                call -> {
                    throw new AssertionError("no program is to be run");
                },
                time,
                CommandIds.random());
    }
}
