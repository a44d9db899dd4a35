// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.Exchange.Unreachable;
import dev.cmdm.mdm.http.Headers;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.mdm.http.Token;
import dev.cmdm.mdm.http.Tokens;
import dev.cmdm.plist.Bytes;
import dev.cmdm.secret.Secret;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Tokens for a user and password: {@code POST /api/v1/auth/token} with Basic authentication, and nothing else takes
 * that. (Jamf, developer.jamf.com, Classic API authentication changes.)
 */
final class UserTokens implements Tokens.Source {
    /** How long a token is good that does not say so; a server that ends it earlier says 401. */
    private static final Duration UNTOLD = Duration.ofSeconds(60);

    private static final Bytes NOTHING = new Bytes(new byte[0]);

    private final HttpCaller http;
    private final InstantSource clock;
    private final Secret password;

    /**
     * A source.
     *
     * @param http shows user and password
     * @param password the same, to keep it out of messages
     */
    UserTokens(HttpCaller http, Secret password, InstantSource clock) {
        this.http = http;
        this.password = password;
        this.clock = clock;
    }

    @Override
    public Given ask() {
        Exchange exchange = http.call(
                HttpCall.of("POST", "/api/v1/auth/token").asQuestion().withHeader("Accept", "application/json"));
        return exchange.match(
                this::given, unreachable -> none(unreachable.why()), lost -> none("it gave no token: " + lost.why()));
    }

    @Override
    public List<Secret> secrets() {
        return List.of(password);
    }

    private Given given(Answer answer) {
        if (answer.refusesCredential()) {
            return new Given.None(new Answer(401, Headers.NONE, NOTHING));
        }
        Optional<Token> token = answer.status() == 200
                ? Json.read(answer.body(), this::token).flatMap(found -> found)
                : Optional.empty();
        return token.<Given>map(Given.New::new)
                .orElseGet(() -> none(http.address() + " answered " + answer.status()
                        + " and gave no token; check mdm.url and mdm.product"));
    }

    private Optional<Token> token(Json json) {
        String[] texts = {"", ""};
        json.fields(name -> {
            switch (name) {
                case "token" -> texts[0] = json.text().orElse("");
                case "expires" -> texts[1] = json.text().orElse("");
                default -> {}
            }
        });
        // What may follow Bearer in a header. (RFC 6750, 2.1.)
        return Optional.of(texts[0])
                .filter(text -> !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f))
                .map(text -> new Token(Secret.of(text), lifetime(texts[1])));
    }

    private Duration lifetime(String expires) {
        try {
            Duration left = Duration.between(clock.instant(), Instant.parse(expires));
            return left.isNegative() || left.isZero() ? UNTOLD : left;
        } catch (DateTimeException e) {
            return UNTOLD;
        }
    }

    private static Given none(String why) {
        return new Given.None(new Unreachable(why, true));
    }
}
