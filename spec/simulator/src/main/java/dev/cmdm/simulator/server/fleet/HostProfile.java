// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.wire.GoJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of a team's profile on one host, or of its removal.
 *
 * @param commandUuid of the command that Fleet sent for it
 * @param operation install or remove
 * @param status pending, verifying, verified or failed
 * @param detail the error chain of one that failed
 * @param certain false for the removal of what perhaps never came, which is over whatever the Mac says
 */
record HostProfile(
        TeamProfile profile, String commandUuid, String operation, String status, String detail, boolean certain) {
    static HostProfile install(TeamProfile profile, String commandUuid) {
        return new HostProfile(profile, commandUuid, "install", "pending", "", true);
    }

    HostProfile removal(String removingCommandUuid) {
        return new HostProfile(profile, removingCommandUuid, "remove", "pending", "", !status.equals("pending"));
    }

    boolean isInstall() {
        return operation.equals("install");
    }

    HostProfile now(String newStatus, String newDetail) {
        return new HostProfile(profile, commandUuid, operation, newStatus, newDetail, certain);
    }

    ObjectNode json() {
        return GoJson.object()
                .put("profile_uuid", profile.uuid())
                .put("name", profile.name())
                .put("operation_type", operation)
                .put("status", status)
                .put("detail", detail);
    }
}
