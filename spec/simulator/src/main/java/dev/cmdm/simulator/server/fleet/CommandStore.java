// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.server.Report;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands of all hosts with their results, as the tables of NanoMDM inside Fleet keep them: each CommandUUID once. */
final class CommandStore {
    private record Key(String hostUuid, String commandUuid) {}

    private final LinkedHashMap<Key, HostCommand> commands = new LinkedHashMap<>();
    private final Set<String> commandUuids = new HashSet<>();
    private final Clock clock;

    CommandStore(Clock clock) {
        this.clock = clock;
    }

    /** Queues it for these hosts; false if its CommandUUID was used before. */
    synchronized boolean add(List<String> hostUuids, Command command) {
        if (!commandUuids.add(command.uuid())) {
            return false;
        }
        hostUuids.forEach(host ->
                commands.put(new Key(host, command.uuid()), HostCommand.queued(command, host, clock.instant())));
        return true;
    }

    /** Takes it out of the host's queue if the host has said nothing of it; it stays known. */
    synchronized void withdraw(String hostUuid, String commandUuid) {
        commands.computeIfPresent(
                new Key(hostUuid, commandUuid),
                (key, command) -> command.report().isEmpty() ? command.dropped() : command);
    }

    synchronized void report(Report report) {
        commands.computeIfPresent(
                new Key(report.udid(), report.commandUuid()),
                (key, command) -> command.reported(report, clock.instant()));
    }

    /** What the host is to do next: after NotNow nothing that was put off. */
    synchronized Optional<Command> next(String hostUuid, boolean skipNotNow) {
        return commands.values().stream()
                .filter(command -> command.hostUuid().equals(hostUuid) && command.isWaiting())
                .filter(command -> !skipNotNow || command.report().isEmpty())
                .map(HostCommand::command)
                .findFirst();
    }

    /** Drops what waits for a host that enrolls again; the commands stay known. */
    synchronized void drop(String hostUuid) {
        commands.replaceAll((key, command) ->
                command.hostUuid().equals(hostUuid) && command.isWaiting() ? command.dropped() : command);
    }

    synchronized boolean knows(String commandUuid) {
        return commandUuids.contains(commandUuid);
    }

    synchronized List<HostCommand> all() {
        return new ArrayList<>(commands.values());
    }
}
