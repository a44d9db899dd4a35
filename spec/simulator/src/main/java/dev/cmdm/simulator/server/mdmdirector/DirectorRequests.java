// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import dev.cmdm.simulator.fault.Operation;
import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.wire.GoBase64;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Request;
import java.util.Optional;

/** What a request to MDMDirector's API is about, told from its path and body without doing it. */
final class DirectorRequests {
    static final String PROFILE = "/profile";

    private DirectorRequests() {}

    static Operation operationOf(Request request) {
        var path = request.path();
        if (path.startsWith("/device/push/")) {
            return Operation.PUSH;
        }
        if (path.endsWith("/commands") || path.startsWith("/command") || path.startsWith("/device/command/")) {
            return Operation.QUEUE;
        }
        if (path.startsWith("/device")) {
            return Operation.DEVICES;
        }
        boolean reads = request.method().equals("GET");
        return path.equals(PROFILE) && !reads ? Operation.ENQUEUE : Operation.ANY;
    }

    /** The first profile of a request, as the command that it stands for. */
    static Optional<Command> findCommand(Request request) {
        if (operationOf(request) != Operation.ENQUEUE) {
            return Optional.empty();
        }
        try {
            var profiles = ProfileRequest.read(request.body());
            boolean removes = request.method().equals("DELETE");
            var identifier = removes ? first(profiles) : uploaded(profiles);
            return Optional.of(
                    new Command("", removes ? "RemoveProfile" : "InstallProfile", identifier, request.body()));
        } catch (GoSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> first(ProfileRequest request) {
        return request.identifiers().stream().findFirst();
    }

    private static Optional<String> uploaded(ProfileRequest request) throws GoSyntaxException {
        return request.profiles().isEmpty()
                ? Optional.empty()
                : Command.findProfileIdentifier(
                        GoBase64.decode(request.profiles().get(0).asString("")));
    }
}
