// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.mdm.http.Verdicts;
import java.util.List;
import java.util.Optional;

/** {@code GET /api/v1/jamf-pro-version}, which everybody with a token is answered. (Jamf, developer.jamf.com.) */
final class VersionEndpoint {
    private final Session session;
    private final AccountEndpoint account;

    VersionEndpoint(Session session, AccountEndpoint account) {
        this.session = session;
        this.account = account;
    }

    Probe probe() {
        Exchange exchange =
                session.call(HttpCall.get("/api/v1/jamf-pro-version").withHeader("Accept", "application/json"));
        if (!(exchange instanceof Answer answer)) {
            return new Probe(false, false, unavailable(exchange));
        } else if (answer.status() != 200) {
            return new Probe(true, false, unavailable(exchange));
        }
        Optional<String> version =
                Json.read(answer.body(), json -> json.text("version")).flatMap(text -> text);
        return version.map(text -> admitted("Jamf Pro " + session.words(text) + " at " + session.address()))
                .orElseGet(() ->
                        new Probe(true, false, session.address() + " is no Jamf Pro; check mdm.url and mdm.product"));
    }

    private Probe admitted(String words) {
        List<String> missing = account.missing();
        return new Probe(
                true,
                true,
                missing.isEmpty()
                        ? words
                        : words + "; give its API role or user the privileges that are missing: "
                                + String.join(", ", missing));
    }

    private String unavailable(Exchange exchange) {
        return Verdicts.unavailable(exchange, session.address()).words();
    }
}
