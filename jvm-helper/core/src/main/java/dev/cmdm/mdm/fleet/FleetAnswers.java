// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.mdm.http.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What Fleet's answers have in common. An error is {@code {"message", "errors": [{"name", "reason"}]}}; a body that is
 * anything else is not Fleet's own. (Fleet, REST API, "API errors".)
 */
final class FleetAnswers {
    static final String API = "/api/v1/fleet/";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int LARGE = 413;

    private FleetAnswers() {}

    /** An error of Fleet's own: each reason under the name of what it is about, {@code base} for nothing in particular. */
    record Problem(String message, List<String> names, List<String> reasons) {
        /** Whether it is about a field of the request. */
        boolean isAbout(String name) {
            return names.contains(name);
        }

        /** Whether it says this anywhere, in whatever case of letters. */
        boolean says(String words) {
            return words().toLowerCase(Locale.ROOT).contains(words);
        }

        String words() {
            return reasons.isEmpty() ? message : String.join("; ", reasons);
        }
    }

    /** The error in an answer that is none of success; nothing when it is not Fleet's own. */
    static Optional<Problem> findProblem(Answer answer) {
        return answer.status() < 300
                ? Optional.empty()
                : Json.read(answer.body(), FleetAnswers::problem).flatMap(found -> found);
    }

    /** Whether Fleet itself says that it does not have what was asked for, and not a proxy that has no such path. */
    static boolean isMissing(Answer answer) {
        return answer.status() == NOT_FOUND && findProblem(answer).isPresent();
    }

    /**
     * Asks a question.
     *
     * @return the answer with status 200, or nothing when Fleet does not have what was asked for
     * @throws MdmUnavailableException when there is neither
     */
    static Optional<Answer> find(HttpCaller http, HttpCall call) {
        Exchange exchange = http.call(call);
        if (exchange instanceof Answer answer) {
            if (answer.status() == OK) {
                return Optional.of(answer);
            } else if (isMissing(answer)) {
                return Optional.empty();
            }
        }
        throw unavailable(http, exchange);
    }

    /** Why a question got no answer, in Fleet's words where they are its own. */
    static MdmUnavailableException unavailable(HttpCaller http, Exchange exchange) {
        return exchange instanceof Answer answer && !answer.refusesCredential()
                ? findProblem(answer)
                        .map(problem -> new MdmUnavailableException(
                                http.address() + " answered " + answer.status() + ": " + http.words(problem.words()),
                                false))
                        .orElseGet(() -> Verdicts.unavailable(exchange, http.address()))
                : Verdicts.unavailable(exchange, http.address());
    }

    /** What became of a change that got no answer of Fleet's own. A proxy, too, may refuse a request for its size. */
    static Delivery foreign(HttpCaller http, Exchange exchange) {
        return exchange instanceof Answer answer && answer.status() == LARGE
                ? new Delivery.TooLarge(http.address() + " or a proxy before it takes no request of this size")
                : Verdicts.delivery(exchange, http.address());
    }

    /** When an answer is not what Fleet gives. */
    static MdmUnavailableException strange(HttpCaller http, String what) {
        return new MdmUnavailableException(
                http.address() + " gave no " + what + "; check mdm.url and mdm.product", false);
    }

    private static Optional<Problem> problem(Json json) {
        String[] message = {""};
        List<String> names = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        json.fields(name -> {
            switch (name) {
                case "message" -> message[0] = json.text().orElse("");
                case "errors" -> json.items(() -> add(json, names, reasons));
                default -> {}
            }
        });
        return message[0].isEmpty() && reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(message[0], names, reasons));
    }

    private static void add(Json json, List<String> names, List<String> reasons) {
        json.fields(field -> {
            switch (field) {
                case "name" -> json.text().ifPresent(names::add);
                case "reason" -> json.text().ifPresent(reasons::add);
                default -> {}
            }
        });
    }
}
