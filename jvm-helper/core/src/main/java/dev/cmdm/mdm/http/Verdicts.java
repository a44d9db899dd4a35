// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.http.Exchange.Answer;

/**
 * What answers mean that no product's contract speaks of, because a proxy, a gateway or another server
 * gave them. Their bodies are never read.
 */
public final class Verdicts {
    private Verdicts() {}

    /** What became of a command that got no answer of the product's own. */
    public static Delivery delivery(Exchange exchange, String address) {
        return exchange.match(
                answer -> delivery(answer, address),
                unreachable -> new Delivery.Unreachable(unreachable.why()),
                lost -> new Delivery.Lost(lost.why()));
    }

    /** Why a question got no answer of the product's own, as one line with what to do. */
    public static MdmUnavailableException unavailable(Exchange exchange, String address) {
        return exchange.match(
                answer -> new MdmUnavailableException(address + " " + words(answer), answer.refusesCredential()),
                unreachable -> new MdmUnavailableException(unreachable.why(), false),
                lost -> new MdmUnavailableException(lost.why(), false));
    }

    private static Delivery delivery(Answer answer, String address) {
        String words = address + " " + words(answer);
        if (answer.refusesCredential()) {
            return new Delivery.AuthenticationRefused();
        } else if (isBusy(answer.status())) {
            return new Delivery.Unreachable(words);
        }
        // A success that is not the product's, and 5xx: something may have passed the command on before it answered.
        return answer.status() >= 300 && answer.status() < 500 ? new Delivery.Refused(words) : new Delivery.Lost(words);
    }

    /** Whether the answer is that of a limiter or balancer, which passed nothing on. (RFC 6585, 4; RFC 9110, 15.6.4.) */
    private static boolean isBusy(int status) {
        return status == 429 || status == 503;
    }

    private static String words(Answer answer) {
        String status = "answered " + answer.status();
        if (answer.refusesCredential()) {
            return status + ": it refused the credential; check mdm.credential";
        } else if (isBusy(answer.status())) {
            return status + ": it is too busy or its MDM is down; try again later";
        } else if (answer.status() >= 300 && answer.status() < 400) {
            return status + ", which points elsewhere and is not followed; set mdm.url to where it points";
        } else if (answer.status() == 404 || answer.status() == 405) {
            return status + ": there is no such API here; check mdm.url and mdm.product";
        } else if (answer.status() >= 200 && answer.status() < 300) {
            return status + " with something that is not this product's; check mdm.url and mdm.product";
        }
        return status + "; its log or its proxy's tells why";
    }
}
