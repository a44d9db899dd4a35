// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.Json;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /api/v2/mdm/blank-push}; the ids that it could not push to are in its answer. (Jamf, developer.jamf.com.)
 */
final class BlankPushEndpoint {
    private final Answers answers;

    BlankPushEndpoint(Answers answers) {
        this.answers = answers;
    }

    /**
     * Wakes a Mac.
     *
     * @throws UndeliveredException when it has another end than an answer
     */
    Delivery push(String managementId) {
        HttpCall call = HttpCall.postJson(
                        "/api/v2/mdm/blank-push", Json.write("clientManagementIds", List.of(managementId)))
                .withHeader("Accept", "application/json");
        Answer answer = answers.change(call, Privilege.SEND_COMMANDS);
        if (!Answers.isSuccess(answer)) {
            return new Delivery.Refused(answers.refusal(answer));
        }
        return new Delivery.Queued(
                isRefused(answer) ? Optional.of("Jamf Pro could not push to this Mac") : Optional.empty());
    }

    private static boolean isRefused(Answer answer) {
        boolean[] refused = {false};
        Optional<Boolean> read = Json.read(answer.body(), json -> {
            json.fields(name -> {
                if (name.equals("errorUuids")) {
                    json.items(() -> refused[0] = true);
                }
            });
            return refused[0];
        });
        return read.orElse(false);
    }
}
