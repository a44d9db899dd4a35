// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.http.Authorization;
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

    /** A source for a user of a server, whose credential is the password; no connection is made yet. */
    UserTokens(ServerAccess access, String user) {
        this.http = HttpCaller.of(access, Authorization.basic(user, access.credential()));
        this.password = access.credential();
        this.clock = access.clock();
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

    @Override
    public void close() {
        http.close();
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
