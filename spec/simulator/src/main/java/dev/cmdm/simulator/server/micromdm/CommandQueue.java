// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

import dev.cmdm.simulator.server.Report;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The commands of one Mac. What was handed out goes to the end and stays until the Mac answers it; what the Mac put off
 * is parked and offered again once nothing else is waiting (platform/queue).
 */
final class CommandQueue {
    private final Deque<QueuedCommand> waiting = new ArrayDeque<>();
    private final Deque<QueuedCommand> putOff = new ArrayDeque<>();

    synchronized void add(QueuedCommand command) {
        waiting.addLast(command);
    }

    synchronized List<QueuedCommand> view() {
        var all = new ArrayList<>(waiting);
        all.addAll(putOff);
        return all;
    }

    synchronized void clear() {
        waiting.clear();
        putOff.clear();
    }

    /** Takes note of the report and yields what the Mac is to do next. */
    synchronized Optional<QueuedCommand> next(Report report) {
        var answered = report.isIdle() ? Optional.<QueuedCommand>empty() : cut(report.commandUuid());
        if (report.isNotNow()) {
            answered.ifPresent(putOff::addLast);
        }
        var next = Optional.ofNullable(waiting.pollFirst());
        if (next.isEmpty() && !report.isNotNow()) {
            next = Optional.ofNullable(putOff.pollFirst());
        }
        next.ifPresent(waiting::addLast);
        return next;
    }

    private Optional<QueuedCommand> cut(String uuid) {
        var found =
                waiting.stream().filter(command -> command.uuid().equals(uuid)).findFirst();
        found.ifPresent(waiting::removeFirstOccurrence);
        return found;
    }
}
