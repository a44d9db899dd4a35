// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.server.Devices;
import dev.cmdm.simulator.server.Report;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Storage on PostgreSQL: its constraints let only XML text in, only for enrollments that sent a TokenUpdate, and each
 * CommandUUID once. A command that fails for one enrollment is rolled back for all (storage/pgsql/schema.sql).
 */
final class Postgres implements Storage {
    private static final int UUID_LENGTH = 127;
    private static final int REQUEST_TYPE_LENGTH = 63;

    private final Devices devices;
    private final Map<String, Queue> queues = new HashMap<>();
    private final Set<String> commandUuids = new HashSet<>();

    Postgres(Devices devices) {
        this.devices = devices;
    }

    @Override
    public synchronized void enqueue(List<String> ids, Command command) throws StorageException {
        checkColumns(command);
        if (commandUuids.contains(command.uuid())) {
            throw new StorageException("pq: duplicate key value violates unique constraint \"commands_pkey\"");
        }
        if (!ids.stream().allMatch(this::isEnrolled)) {
            throw foreignKey("enrollment_queue", "enrollment_queue_id_fkey");
        }
        commandUuids.add(command.uuid());
        ids.forEach(id -> queue(id).add(command));
    }

    @Override
    public synchronized void report(Report report) throws StorageException {
        if (report.isIdle()) {
            return;
        }
        if (!isEnrolled(report.udid())) {
            throw foreignKey("command_results", "command_results_id_fkey");
        }
        if (!commandUuids.contains(report.commandUuid())) {
            throw foreignKey("command_results", "command_results_command_uuid_fkey");
        }
        if (report.isNotNow()) {
            queue(report.udid()).putOff(report.commandUuid());
        } else {
            queue(report.udid()).remove(report.commandUuid());
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
        return "sql: no rows in result set";
    }

    private static void checkColumns(Command command) throws StorageException {
        var complaint = PostgresText.findComplaint(command.raw());
        if (complaint.isPresent()) {
            throw new StorageException(complaint.get());
        }
        checkLength(command.uuid(), UUID_LENGTH);
        checkLength(command.requestType(), REQUEST_TYPE_LENGTH);
        if (!new String(command.raw(), StandardCharsets.UTF_8).startsWith("<?xml")) {
            throw new StorageException(
                    "pq: new row for relation \"commands\" violates check constraint \"commands_command_check\"");
        }
    }

    private static void checkLength(String text, int most) throws StorageException {
        if (text.codePointCount(0, text.length()) > most) {
            throw new StorageException("pq: value too long for type character varying(" + most + ")");
        }
    }

    private boolean isEnrolled(String id) {
        return devices.find(id).filter(device -> !device.token().isEmpty()).isPresent();
    }

    private static StorageException foreignKey(String table, String constraint) {
        return new StorageException("pq: insert or update on table \"" + table + "\" violates foreign key constraint \""
                + constraint + "\"");
    }

    private Queue queue(String id) {
        return queues.computeIfAbsent(id, unknown -> new Queue());
    }
}
