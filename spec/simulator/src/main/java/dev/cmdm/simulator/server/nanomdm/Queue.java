// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

import dev.cmdm.simulator.server.Command;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The commands that wait for one enrollment, in order; one that was put off keeps its place. */
final class Queue {
    private final Map<String, Command> waiting = new LinkedHashMap<>();
    private final Set<String> putOff = new HashSet<>();

    void add(Command command) {
        waiting.put(command.uuid(), command);
    }

    boolean holds(String uuid) {
        return waiting.containsKey(uuid);
    }

    void putOff(String uuid) {
        putOff.add(uuid);
    }

    void remove(String uuid) {
        waiting.remove(uuid);
    }

    void clear() {
        waiting.clear();
    }

    Optional<Command> next(boolean skipNotNow) {
        return waiting.values().stream()
                .filter(command -> !skipNotNow || !putOff.contains(command.uuid()))
                .findFirst();
    }
}
