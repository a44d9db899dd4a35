// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.control;

import dev.cmdm.simulator.fault.FaultRule;
import dev.cmdm.simulator.json.Fields;
import dev.cmdm.simulator.server.LoggedRequest;
import dev.cmdm.simulator.server.SimulatedServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /servers}, {@code /servers/NAME/requests}, {@code /servers/NAME/faults} and what a product has of its own. */
public final class ServerRoutes implements Routes {
    private final Map<String, SimulatedServer> servers;

    /** Routes to these servers. */
    public ServerRoutes(Map<String, SimulatedServer> servers) {
        this.servers = servers;
    }

    @Override
    public Optional<Reply> answer(String method, List<String> path, String body) {
        if (path.isEmpty() || !path.get(0).equals("servers") || path.size() > 3) {
            return Optional.empty();
        }
        if (path.size() == 1) {
            return Optional.of(Reply.ok(servers.keySet()));
        }
        SimulatedServer server = servers.get(path.get(1));
        if (server == null) {
            return Optional.of(
                    Reply.error(404, "there is no server " + path.get(1) + "; there are " + servers.keySet()));
        }
        return path.size() == 3 ? answer(server, method, path.get(2), body) : Optional.empty();
    }

    private static Optional<Reply> answer(SimulatedServer server, String method, String what, String body) {
        return switch (method + " " + what) {
            case "GET requests" ->
                Optional.of(Reply.ok(server.requests().requests().stream()
                        .map(ServerRoutes::request)
                        .toList()));
            case "PUT faults" -> {
                server.faults().replace(FaultRule.parse(Fields.tree("request", body)));
                yield Optional.of(
                        Reply.ok(Map.of("faults", server.faults().remaining().size())));
            }
            default ->
                server.control(method + " " + what, Fields.parse("request", body.isBlank() ? "{}" : body))
                        .map(Reply::ok);
        };
    }

    private static Map<String, Object> request(LoggedRequest request) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("time", request.time().toString());
        json.put("method", request.method());
        json.put("path", request.path());
        json.put("status", request.status());
        json.put("answered", request.answered());
        request.requestType().ifPresent(text -> json.put("requestType", text));
        request.identifier().ifPresent(text -> json.put("identifier", text));
        request.commandUuid().ifPresent(text -> json.put("commandUuid", text));
        json.put("authorization", request.authorization());
        return json;
    }
}
