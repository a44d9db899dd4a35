// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.server.jamf.MdmCommand.State;
import dev.cmdm.simulator.wire.GoJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** Which profiles each Mac had when it was last looked through. */
final class Inventory {
    private final Map<String, List<ObjectNode>> byUdid = new ConcurrentHashMap<>();
    private final MdmCommands commands;

    Inventory(MdmCommands commands) {
        this.commands = commands;
    }

    /** Looks a Mac through now. */
    void refresh(String udid) {
        var installed = new LinkedHashMap<String, ObjectNode>();
        for (MdmCommand command : commands.all()) {
            boolean done = command.udid().equals(udid) && command.state() == State.ACKNOWLEDGED;
            command.profile().filter(about -> done).ifPresent(about -> {
                installed.remove(about.identifier());
                if (command.type().equals("INSTALL_PROFILE")) {
                    installed.put(about.identifier(), describe(command, about));
                }
            });
        }
        byUdid.put(udid, List.copyOf(installed.values()));
    }

    List<ObjectNode> profiles(String udid) {
        return byUdid.getOrDefault(udid, List.of());
    }

    private static ObjectNode describe(MdmCommand command, MdmCommand.About about) {
        return GoJson.object()
                .put("id", String.valueOf(about.id()))
                .put("username", "")
                .put("lastInstalled", command.completed().orElse(command.sent()).toString())
                .put("removable", false)
                .put("displayName", about.name())
                .put("profileIdentifier", about.identifier())
                .put("uuid", about.identifier());
    }
}
