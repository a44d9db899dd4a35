// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.wire.GoPlist;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** enqueue/{id,…} and push/{id,…} below the prefix. A failed push leaves the command queued (api/api.go). */
final class EnqueueEndpoint {
    private final Storage storage;
    private final Pushes pushes;

    EnqueueEndpoint(Storage storage, Pushes pushes) {
        this.storage = storage;
        this.pushes = pushes;
    }

    Reply push(String path) {
        if (path.isEmpty()) {
            var result = new ApiResult();
            result.pushError("getting enrollment ids: empty path");
            return result.reply(0, Optional.empty());
        }
        return act(ids(path), Optional.empty(), false);
    }

    Reply enqueue(String path, Request request) {
        if (path.isEmpty()) {
            return ApiResult.refused("getting enrollment ids: empty path").reply(0, Optional.empty());
        }
        try {
            boolean noPush = !request.findParameter("nopush").orElse("").isEmpty();
            var command = request.body().length == 0 ? Optional.<Command>empty() : Optional.of(read(request.body()));
            return act(ids(path), command, noPush);
        } catch (StorageException e) {
            return ApiResult.refused("decoding command: " + e.words()).reply(0, Optional.empty());
        }
    }

    private Reply act(List<String> ids, Optional<Command> command, boolean noPush) {
        var result = new ApiResult();
        if (noPush) {
            result.noPush();
        }
        if (command.isEmpty() && noPush) {
            result.commandError("must enqueue or push");
            return result.reply(ids.size(), command);
        }
        command.ifPresent(queued -> store(ids, queued, result));
        if (!noPush && !result.hasCommandError()) {
            pushes.push(ids, result);
        }
        return result.reply(ids.size(), command);
    }

    private void store(List<String> ids, Command command, ApiResult result) {
        try {
            storage.enqueue(ids, command);
        } catch (StorageException e) {
            result.commandError(e.words());
        }
    }

    private static Command read(byte[] body) throws StorageException {
        try {
            var command = Command.of(GoPlist.any(body), body);
            if (command.isIncomplete()) {
                throw new StorageException("invalid command");
            }
            return command;
        } catch (GoSyntaxException e) {
            throw new StorageException(
                    "parse error: " + e.words() + ": raw content: " + new String(body, StandardCharsets.UTF_8));
        }
    }

    private static List<String> ids(String path) {
        return List.of(path.split(",", -1));
    }
}
