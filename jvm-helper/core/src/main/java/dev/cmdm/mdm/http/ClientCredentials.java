// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.plist.Bytes;
import dev.cmdm.secret.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens for a client id and its secret, both in the form. (RFC 6749, 4.4 and 2.3.1; Workspace ONE and Jamf Pro
 * document just this.)
 */
public final class ClientCredentials implements Tokens.Source {
    /** Refusals of the client, its secret or what it may do. (RFC 6749, 5.2.) */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

    private static final int OK = 200;

    private final HttpCaller http;
    private final String path;
    private final String clientId;
    private final Secret clientSecret;

    /**
     * A source; no connection is made yet.
     *
     * @param url of the server that gives tokens, which may be another than the MDM
     * @param path of its endpoint for tokens, below that URL; empty when that is the URL itself
     * @param link how it is reached
     */
    public ClientCredentials(ServerUrl url, String path, String clientId, Secret clientSecret, Link link) {
        this.path = path;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.http = HttpCaller.of(url, Authorization.inBody(secrets()), link);
    }

    @Override
    public Given ask() {
        String form = "grant_type=client_credentials&client_id=" + encode(clientId) + "&client_secret="
                + encode(clientSecret.expose());
        Exchange exchange = http.call(HttpCall.of("POST", path)
                .asQuestion()
                .withHeader("Accept", "application/json")
                .withBody("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.US_ASCII)));
        return Given.of(exchange, this::given);
    }

    @Override
    public List<Secret> secrets() {
        return List.of(clientSecret, Secret.of(encode(clientSecret.expose())));
    }

    @Override
    public void close() {
        http.close();
    }

    private Given given(Answer answer) {
        if (answer.status() == OK) {
            return read(answer.body())
                    .<Given>map(Given.New::new)
                    .orElseGet(() -> Given.none(http.address() + " gave no token; check mdm.token_url"));
        } else if (REFUSALS.contains(answer.status())) {
            return Given.refused();
        }
        return Given.none(http.address() + " answered " + answer.status() + " and gave no token; check mdm.token_url");
    }

    private static Optional<Token> read(Bytes body) {
        return Json.read(body, ClientCredentials::token).flatMap(token -> token);
    }

    private static Optional<Token> token(Json json) {
        Found found = new Found();
        json.fields(name -> {
            if (name.equals("access_token")) {
                found.value = json.text();
            } else if (name.equals("expires_in")) {
                found.seconds = json.whole();
            }
        });
        return found.value.flatMap(value -> Token.find(value, found.seconds.map(Duration::ofSeconds)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What the answer told. */
    private static final class Found {
        private Optional<String> value = Optional.empty();
        private Optional<Long> seconds = Optional.empty();
    }
}
