// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.secret.Secret;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The calls of a run, which all go to one server of the cluster: Jamf Cloud is several, and another may show for up to a
 * minute what was before a change. Its cookie keeps a run with the one that made the change. (Jamf, developer.jamf.com,
 * sticky sessions; deploymenttheory/go-api-sdk-jamfpro for the cookie's name.)
 */
final class Session {
    private static final Pattern COOKIE = Pattern.compile("jpro-ingress=([!#-+.-:<-\\[\\]-~-]{1,512})(?:;.*)?");

    private final HttpCaller http;
    private Optional<Secret> cookie = Optional.empty();

    /** A session over a caller, which it closes. */
    Session(HttpCaller http) {
        this.http = http;
    }

    String address() {
        return http.address();
    }

    /** The server's own words, fit for a message. */
    String words(String raw) {
        return http.words(raw);
    }

    /** Calls; never throws for what a server does. */
    Exchange call(HttpCall call) {
        HttpCall bound = cookie.map(value -> call.withSecret("Cookie", value)).orElse(call);
        Exchange exchange = http.call(bound);
        if (exchange instanceof Answer answer) {
            find(answer).ifPresent(value -> cookie = Optional.of(value));
        }
        return exchange;
    }

    void close() {
        http.close();
    }

    private static Optional<Secret> find(Answer answer) {
        return answer.headers().all("Set-Cookie").stream()
                .map(COOKIE::matcher)
                .filter(Matcher::matches)
                .map(found -> Secret.of("jpro-ingress=" + found.group(1)))
                .findFirst();
    }
}
