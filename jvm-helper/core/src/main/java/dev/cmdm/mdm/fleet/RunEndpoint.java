// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.mdm.http.Verdicts;
import java.util.Base64;
import java.util.Optional;

/**
 * {@code POST commands/run}: the command's own property list, in base64, for the hosts of these UUIDs. Fleet keeps each
 * CommandUUID once, on the whole server and for ever; a command whose push failed is answered 502 and stays queued.
 * (Fleet, REST API, "Commands"; server/service/mdm.go, server/mdm/apple/commander.go.)
 */
final class RunEndpoint {
    private static final int OK = 200;
    private static final int LARGE = 413;
    private static final int MDM_OFF = 412;
    private static final int TAKEN = 409;
    private static final int NO_HOST = 404;
    private static final int NO_PUSH = 502;

    private final HttpCaller http;

    RunEndpoint(HttpCaller http) {
        this.http = http;
    }

    Delivery send(String hostUuid, String commandUuid, byte[] plist) {
        Exchange exchange = http.call(HttpCall.postJson(FleetAnswers.API + "commands/run", body(hostUuid, plist)));
        if (exchange instanceof Answer answer && !answer.refusesCredential()) {
            if (answer.status() == OK) {
                return queued(answer, commandUuid);
            }
            return FleetAnswers.findProblem(answer)
                    .map(problem -> refusal(answer, problem))
                    .orElseGet(() -> FleetAnswers.foreign(http, answer));
        }
        return Verdicts.delivery(exchange, http.address());
    }

    /** Neither part holds a character that JSON would escape. */
    static String body(String hostUuid, byte[] plist) {
        return "{\"command\":\"" + Base64.getEncoder().encodeToString(plist) + "\",\"host_uuids\":[\"" + hostUuid
                + "\"]}";
    }

    private Delivery queued(Answer answer, String commandUuid) {
        Optional<String> told =
                Json.read(answer.body(), json -> json.text("command_uuid")).flatMap(text -> text);
        return told.filter(commandUuid::equals).isPresent()
                ? new Delivery.Queued(Optional.empty())
                : new Delivery.Lost(http.address() + " answered 200 and did not say whether it queued this command");
    }

    private Delivery refusal(Answer answer, FleetAnswers.Problem problem) {
        String words = http.words(problem.words());
        return switch (answer.status()) {
            case NO_HOST -> problem.isAbout("host_uuids") ? new Delivery.UnknownDevice() : refused(words);
            case MDM_OFF -> new Delivery.NotEnrolled();
            case TAKEN -> problem.says("duplicate entry") ? new Delivery.AlreadyQueued() : refused(words);
            case LARGE -> new Delivery.TooLarge(words);
            case NO_PUSH -> problem.says("push") ? new Delivery.Queued(Optional.of(words)) : lost(answer, words);
            default -> other(answer, problem, words);
        };
    }

    private Delivery other(Answer answer, FleetAnswers.Problem problem, String words) {
        if (problem.says("max size limit")) {
            return new Delivery.TooLarge(words);
        } else if (problem.isAbout("device_ids")) {
            return new Delivery.NotEnrolled();
        } else if (answer.status() == 429 || answer.status() >= 500) {
            return answer.status() == 429 || answer.status() == 503
                    ? new Delivery.Unreachable(http.address() + ": " + words)
                    : lost(answer, words);
        }
        return refused(words);
    }

    private Delivery refused(String words) {
        return new Delivery.Refused(http.address() + ": " + words);
    }

    private Delivery lost(Answer answer, String words) {
        return new Delivery.Lost(http.address() + " answered " + answer.status() + ": " + words);
    }
}
