// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.server.Report;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoTime;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command in one host's queue.
 *
 * @param active false once the host enrolled again or it was withdrawn, and then it is never handed out
 * @param report what the host said of it last
 */
record HostCommand(Command command, String hostUuid, boolean active, Optional<Report> report, Instant updated) {
    static HostCommand queued(Command command, String hostUuid, Instant now) {
        return new HostCommand(command, hostUuid, true, Optional.empty(), now);
    }

    HostCommand reported(Report said, Instant now) {
        return new HostCommand(command, hostUuid, active, Optional.of(said), now);
    }

    HostCommand dropped() {
        return new HostCommand(command, hostUuid, false, report, updated);
    }

    /** Whether the host is still to carry it out. */
    boolean isWaiting() {
        return active && report.map(Report::isNotNow).orElse(true);
    }

    ObjectNode listed() {
        return GoJson.object()
                .put("host_uuid", hostUuid)
                .put("command_uuid", command.uuid())
                .put("status", report.map(Report::status).orElse("Pending"))
                .put("updated_at", GoTime.text(updated))
                .put("request_type", command.requestType())
                .put("hostname", "");
    }

    ObjectNode result(Report said) {
        return listed().put("payload", base64(command.raw())).put("result", base64(said.raw()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
