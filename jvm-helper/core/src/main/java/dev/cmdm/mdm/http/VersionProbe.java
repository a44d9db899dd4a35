// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.http.Exchange.Answer;
import java.util.Optional;

/**
 * A look at a server for people: {@code GET /version}, which all of these products answer to everybody with
 * {@code {"version": …}}, and then one harmless question that needs the credential.
 */
public final class VersionProbe {
    private VersionProbe() {}

    /**
     * Looks.
     *
     * @param product as people call it
     * @param guarded the question that needs the credential
     * @param expected its status when the credential is right
     * @param option the server's own option without which it has no API at all
     */
    public static Probe run(HttpCaller http, String product, HttpCall guarded, int expected, String option) {
        Exchange exchange = http.call(HttpCall.getOpenly("/version"));
        if (!(exchange instanceof Answer answer)) {
            return new Probe(
                    false, false, Verdicts.unavailable(exchange, http.address()).words());
        }
        Optional<String> version = answer.status() == 200
                ? Json.read(answer.body(), json -> json.text("version")).flatMap(text -> text)
                : Optional.empty();
        return version.map(text ->
                        credential(http, product + " " + http.words(text), http.call(guarded), expected, option))
                .orElseGet(() -> new Probe(
                        true,
                        false,
                        http.address() + " answered " + answer.status() + " and is no " + product
                                + "; check mdm.url and mdm.product"));
    }

    private static Probe credential(HttpCaller http, String product, Exchange exchange, int expected, String option) {
        if (exchange instanceof Answer answer && answer.status() == expected) {
            return new Probe(true, true, product + " at " + http.address());
        } else if (exchange instanceof Answer answer && answer.status() == 404) {
            return new Probe(
                    true,
                    false,
                    product + " at " + http.address() + " has no such API; start it with " + option
                            + ", or check mdm.product");
        }
        return new Probe(
                true, false, Verdicts.unavailable(exchange, http.address()).words());
    }
}
