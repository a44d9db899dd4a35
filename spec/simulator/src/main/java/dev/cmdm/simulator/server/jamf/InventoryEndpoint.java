// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.server.jamf.Computers.Computer;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * GET /api/v1/computers-inventory. A Mac that left management keeps its record. Its profiles are those of its last
 * inventory: here, of the last time it began to ask for work. (jamf-pro-sdk-python, models/pro/computers.py.)
 */
final class InventoryEndpoint {
    private static final List<String> FIELDS =
            List.of("id", "udid", "hardware.serialNumber", "general.name", "general.managementId");

    private final Computers computers;
    private final Inventory inventory;
    private final Cluster cluster;

    InventoryEndpoint(Computers computers, Inventory inventory, Cluster cluster) {
        this.computers = computers;
        this.inventory = inventory;
        this.cluster = cluster;
    }

    Reply answer(Request request) {
        var filter = request.findParameter("filter").orElse("id==*");
        var rsql = Rsql.find(filter);
        if (rsql.isEmpty() || rsql.get().findUnknown(FIELDS).isPresent()) {
            return JamfReplies.apiError(400, "INVALID_FIELD", "The filter is not valid");
        }
        var found = computers.all().stream()
                .filter(computer -> rsql.get().holds(values(computer)))
                .map(computer -> describe(computer, sections(request), cluster.shown(request)))
                .toList();
        var body = GoJson.object().put("totalCount", found.size());
        body.putArray("results").addAll(found);
        return JamfReplies.json(200, body);
    }

    private static Map<String, String> values(Computer computer) {
        return Map.of(
                "id", String.valueOf(computer.id()),
                "udid", computer.device().udid(),
                "hardware.serialNumber", computer.device().serial(),
                "general.name", "Mac " + computer.id(),
                "general.managementId", computer.managementId());
    }

    private ObjectNode describe(Computer computer, Set<String> sections, Objects objects) {
        var body = GoJson.object()
                .put("id", String.valueOf(computer.id()))
                .put("udid", computer.device().udid());
        if (sections.contains("GENERAL")) {
            var general = body.putObject("general")
                    .put("name", "Mac " + computer.id())
                    .put("managementId", computer.managementId());
            general.putObject("remoteManagement")
                    .put("managed", computer.device().enrolled());
        }
        if (sections.contains("HARDWARE")) {
            body.putObject("hardware").put("serialNumber", computer.device().serial());
        }
        if (sections.contains("CONFIGURATION_PROFILES")) {
            body.putArray("configurationProfiles")
                    .addAll(inventory.profiles(computer.device().udid()));
        }
        if (sections.contains("GROUP_MEMBERSHIPS")) {
            body.putArray("groupMemberships").addAll(memberships(computer, objects));
        }
        return body;
    }

    private static List<ObjectNode> memberships(Computer computer, Objects objects) {
        return objects.groups().values().stream()
                .filter(group -> group.members().contains(computer.id()))
                .map(group -> GoJson.object()
                        .put("groupId", String.valueOf(group.id()))
                        .put("groupName", group.name())
                        .put("smartGroup", false))
                .toList();
    }

    private static Set<String> sections(Request request) {
        var named = Arrays.stream(request.query().split("&"))
                .filter(pair -> pair.startsWith("section="))
                .map(pair -> URLDecoder.decode(pair.substring("section=".length()), StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
        return named.isEmpty() ? Set.of("GENERAL") : named;
    }
}
