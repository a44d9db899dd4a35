// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.nanomdm;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Verdicts;
import java.util.Optional;
import java.util.Set;

/** {@code GET push/{id}} below the prefix. (NanoMDM, docs/openapi.yaml.) */
final class PushEndpoint {
    /** All went well, some ids failed, all of them did: each carries an answer of its own. */
    private static final Set<Integer> TOLD = Set.of(200, 207, 500);

    private final Flavour flavour;
    private final HttpCaller http;

    PushEndpoint(Flavour flavour, HttpCaller http) {
        this.flavour = flavour;
        this.http = http;
    }

    /** Wakes a Mac; that it could not be woken is a remark and no failure, for it comes by itself later. */
    Delivery send(String id) {
        Exchange exchange = http.call(HttpCall.get(flavour.push(id)));
        if (exchange instanceof Answer answer && TOLD.contains(answer.status())) {
            Optional<EnqueueAnswer> told = EnqueueAnswer.read(answer.body(), id);
            if (told.isPresent()) {
                return new Delivery.Queued(
                        told.flatMap(EnqueueAnswer::pushError).map(http::words));
            }
        }
        return Verdicts.delivery(exchange, http.address());
    }
}
