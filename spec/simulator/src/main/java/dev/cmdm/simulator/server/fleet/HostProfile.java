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
 */
record HostProfile(TeamProfile profile, String commandUuid, String operation, String status, String detail) {
    static HostProfile pending(TeamProfile profile, String operation, String commandUuid) {
        return new HostProfile(profile, commandUuid, operation, "pending", "");
    }

    boolean isInstall() {
        return operation.equals("install");
    }

    HostProfile now(String newStatus, String newDetail) {
        return new HostProfile(profile, commandUuid, operation, newStatus, newDetail);
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
