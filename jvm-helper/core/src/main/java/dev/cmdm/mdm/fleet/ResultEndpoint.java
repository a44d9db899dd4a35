// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.ErrorChain;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.plist.Bytes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET commands/results}. A command that nobody ever queued is 404; one that no Mac has answered is {@code {}} in
 * some releases and {@code Pending} in others. (Fleet, REST API, "Commands"; server/service/mdm.go.)
 */
final class ResultEndpoint {
    /** The whole command comes along, and the Mac's whole report. */
    private static final int ANSWER_LIMIT = 32 * 1024 * 1024;

    private static final List<String> UNTOLD = List.of("the Mac refused it and said no reason");

    private final HttpCaller http;

    ResultEndpoint(HttpCaller http) {
        this.http = http;
    }

    CommandResult ask(String hostUuid, String commandUuid) {
        String id = URLEncoder.encode(commandUuid, StandardCharsets.UTF_8);
        HttpCall call = HttpCall.get(FleetAnswers.API + "commands/results?command_uuid=" + id)
                .withAnswerLimit(ANSWER_LIMIT);
        return FleetAnswers.find(http, call)
                .map(answer -> Json.read(answer.body(), json -> read(json, hostUuid))
                        .orElseThrow(() -> FleetAnswers.strange(http, "result of a command")))
                .orElseGet(CommandResult.Unknown::new);
    }

    private static CommandResult read(Json json, String hostUuid) {
        CommandResult[] result = {new CommandResult.Waiting()};
        json.fields(name -> {
            if (name.equals("results")) {
                json.items(() -> findOf(json, hostUuid).ifPresent(told -> result[0] = told));
            }
        });
        return result[0];
    }

    private static Optional<CommandResult> findOf(Json json, String hostUuid) {
        String[] host = {""};
        String[] status = {""};
        String[] report = {""};
        json.fields(name -> {
            switch (name) {
                case "host_uuid" -> host[0] = json.text().orElse("");
                case "status" -> status[0] = json.text().orElse("");
                case "result" -> report[0] = json.text().orElse("");
                default -> {}
            }
        });
        return host[0].equalsIgnoreCase(hostUuid) ? Optional.of(result(status[0], report[0])) : Optional.empty();
    }

    private static CommandResult result(String status, String report) {
        return switch (status) {
            case "Acknowledged" -> new CommandResult.Acknowledged();
            case "NotNow" -> new CommandResult.NotNow();
            case "Error", "CommandFormatError" -> new CommandResult.Failed(words(status, report));
            default -> new CommandResult.Waiting();
        };
    }

    private static List<String> words(String status, String report) {
        List<String> chain = ErrorChain.of(decoded(report));
        if (!chain.isEmpty()) {
            return chain;
        }
        return status.equals("CommandFormatError") ? List.of("the Mac did not understand the command") : UNTOLD;
    }

    private static Bytes decoded(String base64) {
        try {
            return new Bytes(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return new Bytes(new byte[0]);
        }
    }
}
