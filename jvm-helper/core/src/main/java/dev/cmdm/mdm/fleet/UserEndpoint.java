// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import java.util.Optional;
import java.util.Set;

/**
 * {@code GET me} and {@code GET version}: whose token it is, what it may, and which Fleet this is. A role for all of
 * Fleet or one for a team is what a user has. (Fleet, REST API, "Users"; docs, "Role-based access".)
 */
final class UserEndpoint {
    /** Who may look only. */
    private static final Set<String> ONLY_LOOK = Set.of("observer", "observer_plus");

    private final HttpCaller http;

    UserEndpoint(HttpCaller http) {
        this.http = http;
    }

    Probe probe() {
        Exchange me = http.call(HttpCall.get(FleetAnswers.API + "me"));
        if (!(me instanceof Answer answer)) {
            return new Probe(false, false, FleetAnswers.unavailable(http, me).words());
        }
        Optional<String> role = answer.status() == 200
                ? Json.read(answer.body(), UserEndpoint::role).flatMap(told -> told)
                : Optional.empty();
        return role.map(this::probe).orElseGet(() -> new Probe(true, false, words(answer)));
    }

    private Probe probe(String role) {
        String words = "Fleet " + version() + "at " + http.address();
        return ONLY_LOOK.contains(role)
                ? new Probe(
                        true,
                        false,
                        words + ": the user of this token has the role " + role
                                + ", which may send no commands; make it a maintainer")
                : new Probe(true, true, words + (role.isEmpty() ? "" : ", as " + http.words(role)));
    }

    private String words(Answer answer) {
        return answer.status() == 200
                ? FleetAnswers.strange(http, "user").words()
                : FleetAnswers.unavailable(http, answer).words();
    }

    private String version() {
        return http.call(HttpCall.get(FleetAnswers.API + "version")) instanceof Answer answer && answer.status() == 200
                ? Json.read(answer.body(), json -> json.text("version"))
                        .flatMap(text -> text)
                        .map(text -> http.words(text) + " ")
                        .orElse("")
                : "";
    }

    /** The role of a user for all of Fleet, empty for one who has roles in teams only; nothing when it is no user. */
    private static Optional<String> role(Json json) {
        String[] role = {""};
        boolean[] user = {false};
        json.fields(name -> {
            if (name.equals("user")) {
                json.fields(field -> {
                    user[0] |= field.equals("id") || field.equals("email");
                    if (field.equals("global_role")) {
                        role[0] = json.text().orElse("");
                    }
                });
            }
        });
        return user[0] ? Optional.of(role[0]) : Optional.empty();
    }
}
