// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.server.BasicAuth;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where tokens come from: client credentials at /api/v1/oauth/token (before: /api/oauth/token), a user's password at
 * /api/v1/auth/token. What a refusal looks like beside its 401 is unconfirmed. (developer.jamf.com, client credentials.)
 */
final class TokenEndpoints {
    private final JamfSettings settings;
    private final Tokens tokens;
    private final BasicAuth user;

    TokenEndpoints(JamfSettings settings, Tokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
        this.user = new BasicAuth(settings.user(), settings.secret());
    }

    Reply oauth(Request request) {
        var form = form(request);
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return JamfReplies.json(400, GoJson.object().put("error", "unsupported_grant_type"));
        }
        if (!settings.clientId().equals(form.get("client_id"))
                || !settings.secret().equals(form.get("client_secret"))) {
            return JamfReplies.json(401, GoJson.object().put("error", "invalid_client"));
        }
        return JamfReplies.json(
                200,
                GoJson.object()
                        .put("access_token", tokens.issue().text())
                        .put("scope", "api-role:1")
                        .put("token_type", "Bearer")
                        .put("expires_in", tokens.life().toSeconds()));
    }

    Reply user(Request request) {
        return user.admits(request) ? issued() : JamfReplies.apiError(401, "INVALID_CREDENTIALS", "Unauthorized");
    }

    Reply keepAlive(Request request) {
        tokens.invalidate(request);
        return issued();
    }

    Reply invalidate(Request request) {
        tokens.invalidate(request);
        return Reply.empty(204);
    }

    private Reply issued() {
        var token = tokens.issue();
        return JamfReplies.json(
                200,
                GoJson.object()
                        .put("token", token.text())
                        .put("expires", token.expires().toString()));
    }

    private static Map<String, String> form(Request request) {
        return Arrays.stream(new String(request.body(), StandardCharsets.UTF_8).split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(
                        Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]), (first, second) -> first));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
