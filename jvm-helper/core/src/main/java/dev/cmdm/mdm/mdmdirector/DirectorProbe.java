// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.mdmdirector;

import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.mdm.http.Verdicts;
import java.util.Optional;

/**
 * A look at a server for people: {@code GET /health}, which everybody may ask and which says {@code UP}, and then a
 * Mac that nobody has, which needs the credential.
 */
final class DirectorProbe {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpCaller http;

    DirectorProbe(HttpCaller http) {
        this.http = http;
    }

    Probe run() {
        Exchange health = http.call(HttpCall.getOpenly("/health"));
        if (!(health instanceof Answer answer)) {
            return new Probe(false, false, words(health));
        }
        Optional<String> status = answer.status() == OK
                ? Json.read(answer.body(), json -> json.text("status")).flatMap(text -> text)
                : Optional.empty();
        return status.map(text -> up(text, http.call(DeviceEndpoint.ofNoMac())))
                .orElseGet(() -> new Probe(
                        true,
                        false,
                        http.address() + " answered " + answer.status()
                                + " and is no MDMDirector; check mdm.url and mdm.product"));
    }

    private Probe up(String status, Exchange guarded) {
        return guarded instanceof Answer answer && answer.status() == NOT_FOUND
                ? new Probe(true, true, "MDMDirector at " + http.address() + ", which says " + http.words(status))
                : new Probe(true, false, words(guarded));
    }

    private String words(Exchange exchange) {
        return Verdicts.unavailable(exchange, http.address()).words();
    }
}
