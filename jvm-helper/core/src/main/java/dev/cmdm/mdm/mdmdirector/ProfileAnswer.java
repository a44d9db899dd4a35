// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.mdmdirector;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.mdm.http.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code /profile} answers to one profile for one Mac: a list of Macs, in each a list of profiles with a
 * status. Without any Mac it is {@code null}; a request that it cannot read gets nothing at all, with status 200.
 * (MDMDirector, director/profile.go.)
 */
final class ProfileAnswer {
    private static final int OK = 200;
    private static final Set<String> TAKEN = Set.of("pushed", "saved", "changed", "deleted");

    private ProfileAnswer() {}

    /** What became of the command; an answer other than 200 is not the endpoint's to judge here. */
    static Delivery delivery(Exchange exchange, HttpCaller http) {
        if (!(exchange instanceof Answer answer) || answer.status() != OK) {
            return Verdicts.delivery(exchange, http.address());
        }
        if (answer.body().size() == 0) {
            return new Delivery.Refused(http.address() + " answered nothing: it could not read the request");
        }
        Optional<List<String>> statuses = Json.readValue(answer.body(), ProfileAnswer::statuses);
        return statuses.map(told -> told.isEmpty() ? new Delivery.UnknownDevice() : delivery(told.get(0), http))
                .orElseGet(() -> Verdicts.delivery(exchange, http.address()));
    }

    private static Delivery delivery(String status, HttpCaller http) {
        if (status.equals("unchanged")) {
            return new Delivery.Unchanged();
        }
        return TAKEN.contains(status)
                ? new Delivery.Queued(Optional.empty())
                : new Delivery.Lost(http.address() + " answered with a status that is not known; its log tells more");
    }

    private static List<String> statuses(Json json) {
        List<String> statuses = new ArrayList<>();
        json.items(() -> json.fields(name -> {
            if (name.equals("profile_metadata")) {
                json.items(() -> statuses.add(json.text("status").orElse("")));
            }
        }));
        return statuses;
    }
}
