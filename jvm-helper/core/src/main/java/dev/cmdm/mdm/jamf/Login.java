// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.MissingSettingException;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.Timing;
import dev.cmdm.mdm.http.Authorization;
import dev.cmdm.mdm.http.ClientCredentials;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.HttpLimits;
import dev.cmdm.mdm.http.Repeats;
import dev.cmdm.mdm.http.Tokens;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * How a run gets in: with tokens for the API client that {@code mdm.client_id} names, or else for the user of
 * {@code mdm.user}. Tokens stay in memory. (Jamf, developer.jamf.com, client credentials.)
 */
final class Login {
    private static final String PATH = "/api/v1/oauth/token";

    private Login() {}

    /**
     * A session; nothing is sent yet.
     *
     * @throws MissingSettingException when neither is set
     */
    static Session session(ServerAccess access) {
        Link link = Link.direct(Timing.SYSTEM, new SecureRandom());
        Giver giver = giver(access, link);
        Tokens tokens = new Tokens(giver.source(), link.timing());
        return new Session(caller(access.url(), tokens, link), giver.http());
    }

    /** Where tokens come from, and what asks there. */
    private record Giver(Tokens.Source source, HttpCaller http) {}

    private static Giver giver(ServerAccess access, Link link) {
        Optional<String> client = find(access, "mdm.client_id");
        return client.isPresent()
                ? clientTokens(access, link, client.orElseThrow())
                : userTokens(access, link, find(access, "mdm.user"));
    }

    private static Giver clientTokens(ServerAccess access, Link link, String client) {
        Optional<ServerUrl> elsewhere = find(access, "mdm.token_url").map(ServerUrl::parse);
        Authorization unused = Authorization.basic("", access.credential());
        HttpCaller http = caller(elsewhere.orElse(access.url()), unused, link);
        String path = elsewhere.isPresent() ? "" : PATH;
        return new Giver(new ClientCredentials(http, path, client, access.credential()), http);
    }

    private static Giver userTokens(ServerAccess access, Link link, Optional<String> user) {
        String name = user.orElseThrow(() ->
                new MissingSettingException("mdm.client_id", "an API client, or mdm.user for a user", "Jamf Pro"));
        HttpCaller http = caller(access.url(), Authorization.basic(name, access.credential()), link);
        return new Giver(new UserTokens(http, access.credential(), access.clock()), http);
    }

    private static Optional<String> find(ServerAccess access, String word) {
        return access.settings().find(word).filter(text -> !text.isBlank());
    }

    private static HttpCaller caller(ServerUrl url, Authorization authorization, Link link) {
        return new HttpCaller(url, authorization, HttpLimits.USUAL, Repeats.USUAL, link);
    }
}
