// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.micromdm;

import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.mdm.http.Verdicts;
import java.util.Optional;

/** What MicroMDM's answers have in common: all its own errors are 500 with {@code {"error": "words"}}. */
final class MicroMdmAnswers {
    private static final int OK = 200;
    private static final int ERROR = 500;

    private MicroMdmAnswers() {}

    /** The words of an error of its own; a 500 without them is not its own. */
    static Optional<String> findError(Answer answer) {
        return answer.status() == ERROR
                ? Json.read(answer.body(), json -> json.text("error")).flatMap(words -> words)
                : Optional.empty();
    }

    /**
     * Asks a question.
     *
     * @return the answer, with status 200
     * @throws MdmUnavailableException when there is none
     */
    static Answer require(HttpCaller http, HttpCall call) {
        Exchange exchange = http.call(call);
        if (exchange instanceof Answer answer) {
            Optional<String> error = findError(answer);
            if (answer.status() == OK) {
                return answer;
            } else if (error.isPresent()) {
                throw new MdmUnavailableException(
                        http.address() + " answered 500: " + http.words(error.orElseThrow()), false);
            }
        }
        throw Verdicts.unavailable(exchange, http.address());
    }
}
