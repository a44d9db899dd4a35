// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.mdm.http.Token;
import dev.cmdm.mdm.http.Tokens;
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
        return Given.of(exchange, this::given);
    }

    @Override
    public List<Secret> secrets() {
        return List.of(password);
    }

    private Given given(Answer answer) {
        if (answer.refusesCredential()) {
            return Given.refused();
        }
        Optional<Token> token = answer.status() == 200
                ? Json.read(answer.body(), this::token).flatMap(found -> found)
                : Optional.empty();
        return token.<Given>map(Given.New::new)
                .orElseGet(() -> Given.none(http.address() + " answered " + answer.status()
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
        return Token.find(texts[0], findLifetime(texts[1]));
    }

    private Optional<Duration> findLifetime(String expires) {
        try {
            return Optional.of(Duration.between(clock.instant(), Instant.parse(expires)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
