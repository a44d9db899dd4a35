// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** What became of a request to enqueue or push; only what was set is answered (api/types.go). */
final class ApiResult {
    private final Map<String, PushResult> status = new TreeMap<>();
    private final ObjectNode top = GoJson.object();
    private Optional<String> pushError = Optional.empty();
    private Optional<String> commandError = Optional.empty();

    /** What became of the push to one enrollment. */
    record PushResult(boolean failed, String text) {
        ObjectNode json() {
            return GoJson.object().put(failed ? "push_error" : "push_result", text);
        }
    }

    static ApiResult refused(String commandError) {
        var result = new ApiResult();
        result.commandError = Optional.of(commandError);
        return result;
    }

    void noPush() {
        top.put("no_push", true);
    }

    void pushed(String id, String apnsId) {
        status.put(id, new PushResult(false, apnsId));
    }

    void pushFailed(String id, String error) {
        status.put(id, new PushResult(true, error));
    }

    void pushError(String error) {
        pushError = Optional.of(error);
    }

    void commandError(String error) {
        commandError = Optional.of(error);
    }

    boolean hasCommandError() {
        return commandError.isPresent();
    }

    /**
     * 500 if the request as a whole or every enrollment failed, 207 if some did, else 200.
     *
     * @param command CommandUUID and RequestType, if there was a readable command
     */
    Reply reply(int ids, Optional<Command> command) {
        var body = GoJson.object();
        if (!status.isEmpty()) {
            var each = body.putObject("status");
            status.forEach((id, result) -> each.set(id, result.json()));
        }
        body.setAll(top);
        pushError.ifPresent(error -> body.put("push_error", error));
        commandError.ifPresent(error -> body.put("command_error", error));
        command.ifPresent(queued -> body.put("command_uuid", queued.uuid()).put("request_type", queued.requestType()));
        return NanoReplies.json(code(ids), body);
    }

    private int code(int ids) {
        if (pushError.isPresent() || commandError.isPresent()) {
            return 500;
        }
        long failed = status.values().stream().filter(PushResult::failed).count();
        if (failed == 0) {
            return 200;
        }
        return failed < ids ? 207 : 500;
    }
}
