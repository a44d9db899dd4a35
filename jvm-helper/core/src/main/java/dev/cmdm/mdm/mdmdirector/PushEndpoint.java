// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.mdmdirector;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Verdicts;
import java.util.Optional;

/**
 * {@code GET /device/push/{udid}}. It says that a push was sent whatever became of it; only when MicroMDM does not
 * answer is it 500. (MDMDirector, director/schedule_push.go.)
 */
final class PushEndpoint {
    private static final int OK = 200;
    private static final int ERROR = 500;

    private final HttpCaller http;

    PushEndpoint(HttpCaller http) {
        this.http = http;
    }

    Delivery send(String udid) {
        Exchange exchange = http.call(HttpCall.get("/device/push/" + udid));
        if (exchange instanceof Answer answer && answer.status() == OK) {
            return new Delivery.Queued(Optional.empty());
        }
        return exchange instanceof Answer answer && answer.status() == ERROR
                ? new Delivery.Unreachable(noMicroMdm(http))
                : Verdicts.delivery(exchange, http.address());
    }

    /** What a 500 means that only MicroMDM's absence brings about. */
    static String noMicroMdm(HttpCaller http) {
        return http.address() + " answered 500: the MicroMDM behind it does not answer; start it, or try again later";
    }
}
