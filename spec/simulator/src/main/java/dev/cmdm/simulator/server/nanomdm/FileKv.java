// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.server.Report;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Storage in files: takes any bytes for any enrollment id, and each CommandUUID once (storage/kv). */
final class FileKv implements Storage {
    private final Map<String, Queue> queues = new HashMap<>();
    private final Set<String> commandUuids = new HashSet<>();

    @Override
    public synchronized void enqueue(List<String> ids, Command command) throws StorageException {
        if (!commandUuids.add(command.uuid())) {
            throw new StorageException("command already exists: " + command.uuid());
        }
        ids.forEach(id -> queue(id).add(command));
    }

    @Override
    public synchronized void report(Report report) throws StorageException {
        if (report.isIdle()) {
            return;
        }
        if (report.commandUuid().isEmpty()) {
            throw new StorageException("storing command report: empty command UUID");
        }
        var queue = queue(report.udid());
        if (report.isNotNow()) {
            queue.putOff(report.commandUuid());
        } else if (queue.holds(report.commandUuid())) {
            queue.remove(report.commandUuid());
        } else {
            // The linked list takes an item without neighbours for its only one and forgets both ends (queue_ll.go).
            queue.clear();
        }
    }

    @Override
    public synchronized Optional<Command> next(String id, boolean skipNotNow) {
        return queue(id).next(skipNotNow);
    }

    @Override
    public synchronized void clear(String id) {
        queue(id).clear();
    }

    @Override
    public String noPushCertificate(String topic) {
        return "getting " + topic + ".pem: key not found: " + topic + ".pem";
    }

    private Queue queue(String id) {
        return queues.computeIfAbsent(id, unknown -> new Queue());
    }
}
