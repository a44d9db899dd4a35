// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * labels, and hosts/{id}/labels (server/service/labels.go, server/service/hosts.go). A label is manual unless it has a
 * query; nobody runs queries here, so that no host gets such a one.
 */
final class LabelsEndpoint {
    private final Labels labels;
    private final Hosts hosts;
    private final HostProfiles profiles;

    LabelsEndpoint(Labels labels, Hosts hosts, HostProfiles profiles) {
        this.labels = labels;
        this.hosts = hosts;
        this.profiles = profiles;
    }

    Reply add(JsonNode request) {
        var name = request.path("name").asString("");
        return findRefusal(request, name)
                .orElseGet(() -> labels.add(
                                name,
                                request.path("description").asString(""),
                                request.path("query").asString(""))
                        .map(label -> added(label, request))
                        .orElseGet(() -> FleetReplies.duplicate(name, "labels.idx_label_unique_name")));
    }

    Reply list(Request request) {
        var body = GoJson.object();
        var listed = body.putArray("labels");
        Page.of(request).of(labels.all()).forEach(label -> listed.add(counted(label)));
        return FleetReplies.json(200, body);
    }

    Reply show(String id) {
        return Optional.of(id)
                .filter(digits -> digits.matches("[0-9]{1,9}"))
                .flatMap(digits -> labels.find(Integer.parseInt(digits)))
                .map(this::shown)
                .orElseGet(() -> FleetReplies.notFound("Label " + id));
    }

    /** The hosts that have a label, of a team if one is named. */
    Reply hosts(String id, Request request) {
        var label = labels.find(Integer.parseInt(id));
        if (label.isEmpty()) {
            return FleetReplies.notFound("Label " + id);
        }
        var body = GoJson.object();
        var listed = body.putArray("hosts");
        var wanted = members(label.get()).stream()
                .filter(host -> request.findParameter("team_id")
                        .filter(team -> !team.equals(Integer.toString(host.team())))
                        .isEmpty())
                .toList();
        Page.of(request).of(wanted).forEach(host -> listed.add(listed(host)));
        return FleetReplies.json(200, body);
    }

    private static ObjectNode listed(Host host) {
        var described = GoJson.object().put("id", host.id()).put("uuid", host.uuid());
        return host.team() == 0 ? described.putNull("team_id") : described.put("team_id", host.team());
    }

    /** Gives the host the labels; those that it has stay. */
    Reply give(int hostId, JsonNode request) {
        return change(hostId, request, "add", labels::give);
    }

    /** Takes the labels from the host; those that it has not are no error. */
    Reply take(int hostId, JsonNode request) {
        return change(hostId, request, "remove", labels::take);
    }

    private Reply change(int hostId, JsonNode request, String verb, BiConsumer<String, List<Label>> change) {
        var host = hosts.find(hostId);
        if (host.isEmpty()) {
            return FleetReplies.notFound("Host " + hostId);
        }
        var names = texts(request, "labels")
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        var known = names.stream().flatMap(name -> labels.find(name).stream()).toList();
        var unknown = names.stream().filter(name -> labels.find(name).isEmpty());
        var dynamic = known.stream().filter(label -> !label.isManual()).map(Label::name);
        return findFault(unknown, "Couldn't " + verb + " labels. Labels not found: %s. All labels must exist.")
                .or(
                        () -> findFault(
                                dynamic,
                                "Couldn't " + verb
                                        + " labels. Labels are dynamic: %s. Dynamic labels can not be assigned to hosts manually."))
                .orElseGet(() -> {
                    change.accept(host.get().uuid(), known);
                    profiles.reconcileLater(host.get().uuid());
                    return FleetReplies.done();
                });
    }

    private Optional<Reply> findRefusal(JsonNode request, String name) {
        if (has(request, "hosts") && has(request, "host_ids")) {
            return invalid("hosts", "Only one of either \"hosts\" or \"host_ids\" can be included in the request.");
        }
        if (name.isEmpty()) {
            return invalid("name", "missing required argument");
        }
        if (!request.path("query").asString("").isEmpty() && (has(request, "hosts") || has(request, "host_ids"))) {
            return invalid(
                    "query",
                    "Only one of \"criteria\", \"query\" or \"hosts/host_ids\" can be included in the request.");
        }
        if (labels.find(name).filter(Label::builtIn).isPresent()) {
            return invalid(
                    "name", "cannot add label '" + name + "' because it conflicts with the name of a built-in label");
        }
        return FleetReplies.findTooLong("name", name);
    }

    private Reply added(Label label, JsonNode request) {
        var ids = request.path("host_ids").values().stream().flatMap(id -> hosts.find(id.asInt(0)).stream());
        var identifiers = texts(request, "hosts").flatMap(identifier -> hosts.find(identifier).stream());
        Stream.concat(ids, identifiers).map(Host::uuid).forEach(host -> {
            labels.give(host, List.of(label));
            profiles.reconcileLater(host);
        });
        return shown(label);
    }

    private Reply shown(Label label) {
        var described = counted(label);
        var members = members(label);
        if (!members.isEmpty()) {
            var ids = described.putArray("host_ids");
            members.forEach(host -> ids.add(host.id()));
        }
        var body = GoJson.object();
        body.set("label", described);
        return FleetReplies.json(200, body);
    }

    private ObjectNode counted(Label label) {
        return label.json()
                .put("author_id", 1)
                .put("display_text", label.name())
                .put("count", members(label).size());
    }

    private List<Host> members(Label label) {
        return hosts.all().stream()
                .filter(host -> labels.of(host.uuid()).contains(label))
                .toList();
    }

    private static Stream<String> texts(JsonNode request, String field) {
        return request.path(field).values().stream().map(text -> text.asString(""));
    }

    private static boolean has(JsonNode request, String field) {
        return !request.path(field).isEmpty();
    }

    private static Optional<Reply> findFault(Stream<String> names, String words) {
        var listed = names.sorted().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        return listed.isEmpty() ? Optional.empty() : Optional.of(FleetReplies.badRequest(words.replace("%s", listed)));
    }

    private static Optional<Reply> invalid(String name, String reason) {
        return Optional.of(FleetReplies.invalid(422, name, reason));
    }
}
