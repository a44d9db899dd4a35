// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.mdm.MissingSettingException;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.http.Authorization;
import dev.cmdm.mdm.http.ClientCredentials;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Tokens;
import dev.cmdm.secret.Secret;
import java.util.Optional;

/**
 * How an adapter gets in: a user with a password and the tenant's API key, or an OAuth client and its token server, which
 * stands elsewhere, by region. (Omnissa, API documentation.)
 */
final class Entrance {
    private static final String API = "/api";

    private final ServerAccess access;
    private final UemSettings settings;

    Entrance(ServerAccess access, UemSettings settings) {
        this.access = access;
        this.settings = settings;
    }

    /**
     * The API.
     *
     * @throws MissingSettingException when a setting is missing without which nobody gets in
     */
    UemApi api(Quota quota) {
        String prefix = access.url().path().endsWith(API) ? "" : API;
        return new UemApi(HttpCaller.of(access, authorization()), prefix, tenantCode(), quota);
    }

    private Authorization authorization() {
        Optional<String> client = access.settings().find("mdm.client_id");
        return client.isPresent()
                ? tokens(client.orElseThrow())
                : Authorization.basic(settings.text("mdm.user", "the API account's name"), access.credential());
    }

    private Tokens tokens(String client) {
        ServerUrl url = ServerUrl.parse(settings.text("mdm.token_url", "where tokens are had"));
        return new Tokens(
                new ClientCredentials(url, "", client, access.credential(), access.link()),
                access.link().timing());
    }

    /** With a token the key may go along or not; with a password it must. */
    private Optional<Secret> tenantCode() {
        Optional<Secret> code = access.settings().findSecret("mdm.tenant_code");
        if (code.isEmpty() && access.settings().find("mdm.client_id").isEmpty()) {
            throw new MissingSettingException("mdm.tenant_code", "where the API key comes from", "Workspace ONE");
        }
        return code;
    }
}
