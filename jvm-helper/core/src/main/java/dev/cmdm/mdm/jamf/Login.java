// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.MissingSettingException;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.http.ClientCredentials;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Tokens;
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
        Optional<String> client = find(access, "mdm.client_id");
        Tokens.Source source = client.isPresent() ? clientTokens(access, client.orElseThrow()) : userTokens(access);
        Tokens tokens = new Tokens(source, access.link().timing());
        return new Session(HttpCaller.of(access, tokens));
    }

    private static Tokens.Source clientTokens(ServerAccess access, String client) {
        Optional<ServerUrl> elsewhere = find(access, "mdm.token_url").map(ServerUrl::parse);
        ServerUrl url = elsewhere.orElse(access.url());
        String path = elsewhere.isPresent() ? "" : PATH;
        return new ClientCredentials(url, path, client, access.credential(), access.link());
    }

    private static Tokens.Source userTokens(ServerAccess access) {
        String user = find(access, "mdm.user")
                .orElseThrow(() -> new MissingSettingException(
                        "mdm.client_id", "an API client, or mdm.user for a user", "Jamf Pro"));
        return new UserTokens(access, user);
    }

    private static Optional<String> find(ServerAccess access, String word) {
        return access.settings().find(word).filter(text -> !text.isBlank());
    }
}
