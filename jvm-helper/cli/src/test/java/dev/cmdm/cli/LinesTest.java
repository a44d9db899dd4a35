// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.answer.BadRequestException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The lines of a session. */
class LinesTest {
    @Test
    void linesComeAsTheyWereSentHoweverTheyArrive() throws IOException {
        Random random = new Random(7);
        StringBuilder sent = new StringBuilder();
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            String line = "x".repeat(random.nextInt(4) == 0 ? 60_000 + random.nextInt(80_000) : 1 + random.nextInt(90));
            lines.add(line);
            sent.append(line).append('\n').append("\n".repeat(random.nextInt(3)));
        }
        assertThat(read(new Dripping(sent.toString().getBytes(UTF_8), random))).isEqualTo(lines);
    }

    @Test
    void aLastLineThatNothingEndedWasCutOff() throws IOException {
        assertThat(read(new ByteArrayInputStream("one\n{\"two".getBytes(UTF_8))))
                .containsExactly("one");
        assertThat(read(new ByteArrayInputStream(new byte[0]))).isEmpty();
    }

    @Test
    void aLineOverTheLimitIsSaidAndTheNextOneIsReadAsUsual() throws IOException {
        byte[] most = new byte[64 * 1024 * 1024];
        InputStream in = new SequenceInputStream(
                new ByteArrayInputStream(most), new ByteArrayInputStream("y\nnext\n".getBytes(UTF_8)));
        Lines lines = lines(in);
        assertThatThrownBy(lines::read)
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("longer than 64 MiB");
        assertThat(lines.read()).hasValue("next".getBytes(UTF_8));
    }

    private static List<String> read(InputStream in) throws IOException {
        Lines lines = lines(in);
        List<String> read = new ArrayList<>();
        for (Optional<byte[]> line = lines.read(); line.isPresent(); line = lines.read()) {
            read.add(new String(line.orElseThrow(), UTF_8));
        }
        return read;
    }

    private static Lines lines(InputStream in) {
        return new Lines(in, new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    }

    /** Gives a few bytes at a time, as a pipe does. */
    private static final class Dripping extends ByteArrayInputStream {
        private final Random random;

        Dripping(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] target, int from, int length) {
            return super.read(target, from, Math.min(length, 1 + random.nextInt(30_000)));
        }
    }
}
