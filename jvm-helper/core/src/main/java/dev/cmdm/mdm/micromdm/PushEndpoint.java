// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.micromdm;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.Exchange.Lost;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Verdicts;
import java.util.Optional;

/**
 * {@code POST /v1/push/{udid}}. Without a push certificate the server breaks off without an answer; what is queued
 * stays queued all the same. (MicroMDM, platform/apns.)
 */
final class PushEndpoint {
    private static final int OK = 200;

    private final HttpCaller http;

    PushEndpoint(HttpCaller http) {
        this.http = http;
    }

    /** Wakes a Mac; that it could not be woken is a remark and no failure, for it comes by itself later. */
    Delivery send(String udid) {
        Exchange exchange = http.call(HttpCall.postJson("/v1/push/" + udid, "{}"));
        if (exchange instanceof Answer answer && answer.status() == OK) {
            return new Delivery.Queued(Optional.empty());
        } else if (exchange instanceof Answer answer) {
            Optional<String> error = MicroMdmAnswers.findError(answer);
            if (error.isPresent()) {
                return new Delivery.Queued(error.map(http::words));
            }
        } else if (exchange instanceof Lost) {
            return new Delivery.Queued(
                    Optional.of("it gave no answer; has " + http.address() + " a push certificate?"));
        }
        return Verdicts.delivery(exchange, http.address());
    }
}
