// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import dev.cmdm.simulator.server.Apns;
import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.server.Report;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What waits for each Mac. The server draws the CommandUUID and pushes by itself; a command stays until the Mac answers
 * it, and one that was put off is offered again at a later check-in.
 */
final class CommandQueues {
    /** The characters around the inner dictionary that a caller sends. */
    private static final String PLIST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0"><dict><key>Command</key>%s<key>CommandUUID</key><string>%s</string></dict></plist>
            """;

    /**
     * A command in a queue.
     *
     * @param answered is told the status that the Mac reports
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes of the wire; never compared, never changed
    private record Queued(byte[] plist, Consumer<String> answered) {}

    private final Map<String, Map<String, Queued>> waiting = new HashMap<>();
    private final Set<String> putOff = new HashSet<>();
    private final Apns apns;
    private final Ids ids;

    CommandQueues(Apns apns, Ids ids) {
        this.apns = apns;
        this.ids = ids;
    }

    /**
     * Queues a command and wakes the Mac.
     *
     * @param commandXml the inner dictionary
     * @param answered is told the status that the Mac reports in the end
     */
    void add(Device device, String commandXml, Consumer<String> answered) {
        var uuid = ids.uuid();
        var plist = PLIST.formatted(commandXml, uuid).getBytes(StandardCharsets.UTF_8);
        synchronized (this) {
            of(device.udid()).put(uuid, new Queued(plist, answered));
        }
        push(device);
    }

    synchronized void clear(String udid) {
        of(udid).clear();
    }

    /** Takes note of the report and yields the property list of what the Mac is to do next. */
    Optional<byte[]> next(Report report) {
        settle(report);
        synchronized (this) {
            return of(report.udid()).entrySet().stream()
                    .filter(entry -> !report.isNotNow() || !putOff.contains(entry.getKey()))
                    .map(entry -> entry.getValue().plist())
                    .findFirst();
        }
    }

    private void settle(Report report) {
        if (report.isIdle()) {
            return;
        }
        if (report.isNotNow()) {
            synchronized (this) {
                putOff.add(report.commandUuid());
            }
            return;
        }
        Optional<Queued> done;
        synchronized (this) {
            done = Optional.ofNullable(of(report.udid()).remove(report.commandUuid()));
        }
        done.ifPresent(queued -> queued.answered().accept(report.status()));
    }

    private Map<String, Queued> of(String udid) {
        return waiting.computeIfAbsent(udid, unknown -> new LinkedHashMap<>());
    }

    private void push(Device device) {
        try {
            if (!device.token().isEmpty()) {
                apns.push(device.token(), device.pushMagic());
            }
        } catch (Apns.UnreachableException e) {
            // The caller is never told: its 202 only says that the command is queued.
            return;
        }
    }
}
