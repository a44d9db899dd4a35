// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * Where a command reads and writes.
 *
 * @param in standard input
 * @param out standard output: the answer and nothing else
 * @param err standard error: progress and errors
 * @param terminal whether a person looks on
 */
record Console(InputStream in, PrintStream out, PrintStream err, boolean terminal) {
    void print(List<String> lines) {
        lines.forEach(out::println);
    }

    /** Shows a passing line on a terminal, and nothing in a pipe. */
    void progress(String line) {
        if (terminal) {
            err.print("\r\u001b[K" + line);
            err.flush();
        }
    }

    /** Takes the passing line away. */
    void endProgress() {
        if (terminal) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }

    /** Tells what only somebody who looks for a fault wants to know. */
    void debug(String line) {
        err.println("cmdm: debug: " + line);
    }

    void error(String line) {
        err.println("cmdm: " + line);
    }
}
