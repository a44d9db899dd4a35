// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.Json;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code GET /api/v1/auth}, which lists the privileges of whoever asks, by site. (Jamf, developer.jamf.com; ruby-jss,
 * AuthAccountV1. Whether it does for an API client is not documented: what is not told is not missed.)
 */
final class AccountEndpoint {
    private final Session session;

    AccountEndpoint(Session session) {
        this.session = session;
    }

    /** Which privileges are missing, by their names; none when that is not told. */
    List<String> missing() {
        HttpCall call = HttpCall.get("/api/v1/auth").withHeader("Accept", "application/json");
        return session.call(call) instanceof Answer answer && answer.status() == 200
                ? Json.read(answer.body(), AccountEndpoint::privileges)
                        .filter(told -> !told.isEmpty())
                        .map(AccountEndpoint::missing)
                        .orElse(List.of())
                : List.of();
    }

    private static List<String> missing(Set<String> told) {
        return Arrays.stream(Privilege.values())
                .filter(Privilege::always)
                .map(Privilege::words)
                .filter(name -> !told.contains(name))
                .toList();
    }

    private static Set<String> privileges(Json json) {
        Set<String> told = new HashSet<>();
        json.fields(top -> {
            if (top.equals("account")) {
                json.fields(name -> {
                    if (name.equals("privilegesBySite")) {
                        json.fields(site -> json.items(() -> json.text().ifPresent(told::add)));
                    }
                });
            }
        });
        return told;
    }
}
