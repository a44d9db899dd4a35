// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.BadRequestException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;

/** The lines of a session, each way: one document each, at most 64 MiB. */
final class Lines {
    private static final int MAXIMUM_LENGTH = 64 * 1024 * 1024;

    private final InputStream in;
    private final PrintStream out;
    private final byte[] buffer = new byte[65_536];
    private int at;
    private int end;

    Lines(InputStream in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /**
     * The next line that is not empty, without its end.
     *
     * @return nothing at the end of input; a last line that nothing ended was cut off and is dropped
     * @throws BadRequestException when it is over the limit; the rest of it is skipped
     */
    Optional<byte[]> read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        boolean tooLong = false;
        while (at < end || fill()) {
            int from = at;
            at = lineEnd();
            tooLong |= line.size() + (at - from) > MAXIMUM_LENGTH;
            line.write(buffer, from, tooLong ? 0 : at - from);
            if (at < end && ends(line, tooLong)) {
                return Optional.of(line.toByteArray());
            }
        }
        return Optional.empty();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    /** Where the line ends in what was read, or where that ends. */
    private int lineEnd() {
        int newline = at;
        while (newline < end && buffer[newline] != '\n') {
            newline++;
        }
        return newline;
    }

    /** Passes over the end of a line; whether there was anything in it. */
    private boolean ends(ByteArrayOutputStream line, boolean tooLong) {
        at++;
        if (tooLong) {
            throw new BadRequestException(
                    "", "the line is longer than 64 MiB; send profiles as paths or in several requests");
        }
        return line.size() > 0;
    }

    /** Writes one line; lines of several threads do not mix. */
    synchronized void write(byte[] line) {
        out.write(line, 0, line.length);
        out.write('\n');
        out.flush();
    }
}
