// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.server.Report;
import java.util.List;
import java.util.Optional;

/** What NanoMDM keeps; the two kinds of storage refuse different things in different words. */
interface Storage {
    /**
     * Queues a command for all of these enrollments, or for none.
     *
     * @throws StorageException if it does not take the command
     */
    void enqueue(List<String> ids, Command command) throws StorageException;

    /**
     * Takes note of what a Mac reports.
     *
     * @throws StorageException if the report is of a command that it cannot take one of
     */
    void report(Report report) throws StorageException;

    /** The first waiting command; after NotNow, the first that was not put off. */
    Optional<Command> next(String id, boolean skipNotNow);

    /** Drops what waits for this enrollment. */
    void clear(String id);

    /** What it says when asked for the push certificate of a topic that has none. */
    String noPushCertificate(String topic);
}
