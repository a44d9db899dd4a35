// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.micromdm;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Verdicts;
import java.util.Optional;

/**
 * {@code POST /v1/commands/{udid}} with the command's own property list. 201 is all it says; it says so
 * for unknown devices too. The body repeats the whole command, so it is not looked at. (MicroMDM,
 * platform/command; docs/user-guide/api-and-webhooks.md.)
 */
final class CommandEndpoint {
    private static final int CREATED = 201;

    private final HttpCaller http;

    CommandEndpoint(HttpCaller http) {
        this.http = http;
    }

    Delivery send(String udid, byte[] plist) {
        Exchange exchange = http.call(HttpCall.command("POST", "/v1/commands/" + udid, plist));
        if (exchange instanceof Answer answer) {
            Optional<String> error = MicroMdmAnswers.findError(answer);
            if (answer.status() == CREATED) {
                return new Delivery.Queued(Optional.empty());
            } else if (error.isPresent()) {
                return new Delivery.Refused(http.address() + ": " + http.words(error.orElseThrow()));
            }
        }
        return Verdicts.delivery(exchange, http.address());
    }
}
