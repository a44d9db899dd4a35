// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoTime;
import dev.cmdm.simulator.wire.Reply;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** hosts/identifier/{uuid}, hosts/{id}, hosts/transfer and teams (documentation, "Hosts", "Teams"). */
final class HostsEndpoint {
    private final Hosts hosts;
    private final Labels labels;
    private final HostProfiles profiles;

    HostsEndpoint(Hosts hosts, Labels labels, HostProfiles profiles) {
        this.hosts = hosts;
        this.labels = labels;
        this.profiles = profiles;
    }

    Reply byIdentifier(String identifier) {
        return answer(hosts.find(identifier), "Host \"" + identifier + "\"");
    }

    Reply byId(String id) {
        return id.matches("[0-9]{1,9}")
                ? answer(hosts.find(Integer.parseInt(id)), "Host " + id)
                : FleetReplies.badRequest("strconv.ParseUint: parsing \"" + id + "\": invalid syntax");
    }

    Reply addTeam(JsonNode request) {
        var name = request.path("name").asString("");
        var body = GoJson.object();
        body.putObject("team").put("id", hosts.addTeam(name)).put("name", name);
        return FleetReplies.json(200, body);
    }

    Reply transfer(JsonNode request) {
        int team = request.path("team_id").asInt(0);
        if (!hosts.hasTeam(team)) {
            return FleetReplies.notFound("Team " + team);
        }
        for (var id : request.path("hosts").values()) {
            hosts.find(id.asInt(0)).ifPresent(host -> move(host, team));
        }
        return FleetReplies.done();
    }

    private void move(Host host, int team) {
        hosts.transfer(host, team);
        profiles.reconcile(host.uuid());
    }

    private Reply answer(Optional<Host> host, String what) {
        return host.map(this::describe)
                .map(described -> FleetReplies.json(200, described))
                .orElseGet(() -> FleetReplies.notFound(what));
    }

    private ObjectNode describe(Host host) {
        var body = GoJson.object();
        var described = body.putObject("host")
                .put("id", host.id())
                .put("uuid", host.uuid())
                .put("hardware_serial", host.device().serial())
                .put("platform", "darwin")
                .put("seen_time", GoTime.text(host.device().lastSeen()));
        if (host.team() == 0) {
            described.putNull("team_id");
        } else {
            described.put("team_id", host.team());
        }
        var labelled = described.putArray("labels");
        labels.of(host.uuid()).forEach(label -> labelled.add(label.json()));
        var mdm = described
                .putObject("mdm")
                .put("enrollment_status", host.isManaged() ? "On (manual)" : "Off")
                .put("connected_to_fleet", host.isManaged())
                .put("name", host.isManaged() ? "Fleet" : "");
        var listed = mdm.putArray("profiles");
        profiles.of(host.uuid()).forEach(profile -> listed.add(profile.json()));
        return body;
    }
}
