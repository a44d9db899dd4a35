// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What was asked of a server's API, one line per request, in a file and in memory. */
public final class RequestLog {
    private final Path file;
    private final List<LoggedRequest> requests = new ArrayList<>();

    private RequestLog(Path file) {
        this.file = file;
    }

    /**
     * A log that appends to this file; its folder must exist.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static RequestLog at(Path file) {
        var log = new RequestLog(file);
        log.append("");
        return log;
    }

    /** The file with one line per request. */
    public Path file() {
        return file;
    }

    /** All requests so far, in the order of their answers. */
    public synchronized List<LoggedRequest> requests() {
        return List.copyOf(requests);
    }

    synchronized void add(LoggedRequest request) {
        requests.add(request);
        append(request.line() + "\n");
    }

    private void append(String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the request log " + file, e);
        }
    }
}
