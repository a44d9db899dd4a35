// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

import dev.cmdm.simulator.fault.Operation;
import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoPlist;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Request;
import java.util.Optional;

/** What a request to MicroMDM's API is about, told from its path and body without doing it. */
final class ApiRequests {
    static final String COMMANDS = "/v1/commands/";
    static final String PUSH = "/v1/push/";
    static final String OLD_PUSH = "/push/";
    private static final String STRUCTURED = "/v1/commands";

    private ApiRequests() {}

    static Operation operationOf(Request request) {
        var path = request.path();
        if (path.equals("/v1/devices")) {
            return Operation.DEVICES;
        }
        if (path.startsWith(PUSH) || path.startsWith(OLD_PUSH)) {
            return Operation.PUSH;
        }
        if (path.startsWith(COMMANDS)) {
            boolean adds = request.method().equals("POST") || request.method().equals("PUT");
            return adds ? Operation.ENQUEUE : Operation.QUEUE;
        }
        return path.equals(STRUCTURED) ? Operation.ENQUEUE : Operation.ANY;
    }

    static Optional<Command> findCommand(Request request) {
        if (operationOf(request) != Operation.ENQUEUE) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    request.path().equals(STRUCTURED)
                            ? StructuredCommand.read(GoJson.decode(request.body()), () -> "")
                                    .asCommand()
                            : Command.of(GoPlist.xml(request.body()), request.body()));
        } catch (GoSyntaxException | BadCommandException e) {
            return Optional.empty();
        }
    }
}
