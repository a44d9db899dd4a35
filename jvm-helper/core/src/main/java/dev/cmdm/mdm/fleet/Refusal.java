// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.mdm.fleet.FleetAnswers.Problem;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import java.util.Optional;

/**
 * Why Fleet did not make a change, in its own words: 400, 404, 409 and 422, which mean something else at each endpoint.
 *
 * @param words one line: where, which status and what Fleet says
 */
record Refusal(int status, Problem problem, String words) {
    private static final int LARGE = 413;

    /**
     * Makes a call that changes something.
     *
     * @return why it was refused; nothing when it was done
     * @throws UndeliveredException when it has another end
     */
    static Optional<Refusal> find(HttpCaller http, HttpCall call) {
        Exchange exchange = http.call(call);
        if (!(exchange instanceof Answer answer)) {
            throw new UndeliveredException(FleetAnswers.foreign(http, exchange));
        } else if (answer.status() >= 200 && answer.status() < 300) {
            return Optional.empty();
        }
        Problem problem = FleetAnswers.findProblem(answer)
                .orElseThrow(() -> new UndeliveredException(FleetAnswers.foreign(http, answer)));
        String words = http.address() + " answered " + answer.status() + ": " + http.words(problem.words());
        Refusal refusal = new Refusal(answer.status(), problem, words);
        refusal.findEnd().ifPresent(end -> {
            throw new UndeliveredException(end);
        });
        return Optional.of(refusal);
    }

    /** Whether Fleet says this anywhere, in whatever case of letters. */
    boolean says(String part) {
        return problem.says(part);
    }

    /** What that means where it means nothing else. */
    Delivery delivery() {
        return new Delivery.Refused(words);
    }

    /** What a status means at every endpoint. */
    private Optional<Delivery> findEnd() {
        return switch (status) {
            case 400, 404, 409, 422 -> Optional.empty();
            case 401 -> Optional.of(new Delivery.AuthenticationRefused());
            case 402 ->
                Optional.of(new Delivery.Refused(
                        words + "; labels of configuration profiles need Fleet Premium: without, unset mdm.objects"));
            case 403 ->
                Optional.of(
                        new Delivery.Refused(words + "; make the user of this token a maintainer for all of Fleet"));
            case LARGE -> Optional.of(new Delivery.TooLarge(words));
            case 429, 503 -> Optional.of(new Delivery.Unreachable(words));
            default -> Optional.of(status >= 500 ? new Delivery.Lost(words) : delivery());
        };
    }
}
