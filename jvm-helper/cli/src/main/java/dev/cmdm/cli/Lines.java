// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.BadRequestException;
import java.io.BufferedInputStream;
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

    Lines(InputStream in, PrintStream out) {
        this.in = new BufferedInputStream(in, 65_536);
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
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                if (tooLong) {
                    throw new BadRequestException(
                            "", "the line is longer than 64 MiB; send profiles as paths or in several requests");
                } else if (line.size() > 0) {
                    return Optional.of(line.toByteArray());
                }
            } else if (line.size() < MAXIMUM_LENGTH) {
                line.write(c);
            } else {
                tooLong = true;
            }
        }
        return Optional.empty();
    }

    /** Writes one line; lines of several threads do not mix. */
    synchronized void write(byte[] line) {
        out.write(line, 0, line.length);
        out.write('\n');
        out.flush();
    }
}
