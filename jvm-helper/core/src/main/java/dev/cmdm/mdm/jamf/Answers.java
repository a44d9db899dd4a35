// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.Verdicts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Jamf Pro's answers have in common. Any 2xx is a success; the errors of its Classic API are pages of HTML, of which
 * one sentence is told at most. A 403 is a privilege that is missing. (deploymenttheory/terraform-provider-jamfpro; the
 * words of the pages are not documented.)
 */
final class Answers {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;

    /** Where an answer may be a page, the sentence that says what is wrong; it holds nothing that was sent. */
    private static final Pattern SENTENCE = Pattern.compile("<p>(?:Error: )?([A-Za-z][A-Za-z0-9 ,.'/-]{2,120})</p>");

    private final Session session;

    Answers(Session session) {
        this.session = session;
    }

    /**
     * Asks a question.
     *
     * @return its answer, or nothing when it is 404
     * @throws UndeliveredException when it needs a privilege that is missing
     * @throws MdmUnavailableException when there is none
     */
    Optional<Answer> find(HttpCall call, Privilege needed) {
        Exchange exchange = session.call(call);
        if (exchange instanceof Answer answer && isSuccess(answer)) {
            return Optional.of(answer);
        } else if (exchange instanceof Answer answer && answer.status() == NOT_FOUND) {
            return Optional.empty();
        } else if (exchange instanceof Answer answer && answer.status() == FORBIDDEN) {
            throw new UndeliveredException(new Delivery.Refused(forbidden(needed)));
        }
        throw Verdicts.unavailable(exchange, session.address());
    }

    /**
     * Asks a question that a server of this product cannot answer with 404.
     *
     * @throws UndeliveredException when it needs a privilege that is missing
     * @throws MdmUnavailableException when there is no answer
     */
    Answer get(HttpCall call, Privilege needed) {
        return find(call, needed).orElseThrow(() -> notThisProduct("404"));
    }

    /**
     * Makes a call that changes something.
     *
     * @return its answer, a success, or one of 404 or 409
     * @throws UndeliveredException when it has another end
     */
    Answer change(HttpCall call, Privilege needed) {
        Exchange exchange = session.call(call);
        if (exchange instanceof Answer answer) {
            int status = answer.status();
            if (isSuccess(answer) || status == NOT_FOUND || status == CONFLICT) {
                return answer;
            } else if (status == FORBIDDEN) {
                throw new UndeliveredException(new Delivery.Refused(forbidden(needed)));
            } else if (status == TOO_LARGE) {
                throw new UndeliveredException(new Delivery.TooLarge(refusal(answer)));
            } else if (status == 400 || status == 422) {
                throw new UndeliveredException(new Delivery.Refused(refusal(answer)));
            }
        }
        throw new UndeliveredException(Verdicts.delivery(exchange, session.address()));
    }

    static boolean isSuccess(Answer answer) {
        return answer.status() >= 200 && answer.status() < 300;
    }

    /** The number that what was made got; nothing when nothing was, or it is not told. */
    static Optional<String> findId(Answer answer) {
        return isSuccess(answer)
                ? XmlDocument.find(answer.body()).map(made -> made.say("id")).filter(Encoded::isNumber)
                : Optional.empty();
    }

    /** A refusal in one line. */
    String refusal(Answer answer) {
        Matcher sentence = SENTENCE.matcher(new String(answer.body().toArray(), StandardCharsets.UTF_8));
        return session.address() + " answered " + answer.status()
                + (sentence.find() ? ": " + session.words(sentence.group(1)) : "");
    }

    MdmUnavailableException notThisProduct(String what) {
        return new MdmUnavailableException(
                session.address() + " answered with " + what
                        + ", which is not Jamf Pro's; check mdm.url and mdm.product",
                false);
    }

    private String forbidden(Privilege needed) {
        return session.address() + " answered 403: the privilege \"" + needed.words()
                + "\" is missing; give it to the API role or user that mdm.client_id or mdm.user names";
    }
}
