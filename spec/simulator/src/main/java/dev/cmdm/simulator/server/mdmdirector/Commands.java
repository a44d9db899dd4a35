// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.server.Report;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoTime;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** The commands that MDMDirector gave to MicroMDM, and what it heard of them; what changed last is listed last. */
final class Commands {
    private static final String ERROR = "Error";

    private record Sent(Instant updated, String uuid, String status, String udid, String requestType, String error) {
        ObjectNode json() {
            return GoJson.object()
                    .put("UpdatedAt", GoTime.text(updated))
                    .put("CommandUUID", uuid)
                    .put("Status", status)
                    .put("udid", udid)
                    .put("request_type", requestType)
                    .put("ErrorString", error)
                    .put("AttemptCount", 0);
        }
    }

    private final Map<String, Sent> byUuid = new LinkedHashMap<>();
    private final MicroMdmBelow below;
    private final Ids ids;
    private final Clock clock;

    Commands(MicroMdmBelow below, Ids ids, Clock clock) {
        this.below = below;
        this.ids = ids;
        this.clock = clock;
    }

    void install(String udid, Upload profile) throws MicroMdmDownException {
        var command = command(udid, "InstallProfile")
                .put("payload", Base64.getEncoder().encodeToString(profile.mobileconfig()));
        queue(udid, command);
    }

    void remove(String udid, String identifier) throws MicroMdmDownException {
        queue(udid, command(udid, "RemoveProfile").put("identifier", identifier));
    }

    void askForProfileList(String udid) throws MicroMdmDownException {
        queue(udid, command(udid, "ProfileList"));
    }

    void tellConfigured(String udid) throws MicroMdmDownException {
        var uuid = ids.uuid();
        below.queueRaw(udid, "DeviceConfigured", uuid);
        add(udid, uuid, "DeviceConfigured");
    }

    synchronized void note(Report report) {
        var sent = byUuid.remove(report.commandUuid());
        if (sent != null) {
            var error = report.status().equals(ERROR) ? new String(report.raw(), StandardCharsets.UTF_8) : "";
            byUuid.put(
                    sent.uuid(),
                    new Sent(clock.instant(), sent.uuid(), report.status(), sent.udid(), sent.requestType(), error));
        }
    }

    List<ObjectNode> all() {
        return listed(sent -> true);
    }

    List<ObjectNode> pending() {
        return listed(sent -> sent.status().isEmpty());
    }

    List<ObjectNode> failed() {
        return listed(sent -> sent.status().equals(ERROR));
    }

    /** Forgets what is pending; MicroMDM's queues keep it. */
    synchronized void forgetPending() {
        byUuid.values().removeIf(sent -> sent.status().isEmpty());
    }

    private synchronized List<ObjectNode> listed(Predicate<Sent> wanted) {
        return byUuid.values().stream().filter(wanted).map(Sent::json).toList();
    }

    private ObjectNode command(String udid, String requestType) {
        return GoJson.object()
                .put("udid", udid)
                .put("request_type", requestType)
                .put("command_uuid", ids.uuid());
    }

    private void queue(String udid, ObjectNode command) throws MicroMdmDownException {
        below.queue(command);
        add(
                udid,
                command.path("command_uuid").asString(""),
                command.path("request_type").asString(""));
    }

    private synchronized void add(String udid, String uuid, String requestType) {
        byUuid.put(uuid, new Sent(clock.instant(), uuid, "", udid, requestType, ""));
    }
}
