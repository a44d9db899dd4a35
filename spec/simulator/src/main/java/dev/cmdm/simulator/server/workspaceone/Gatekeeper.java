// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import dev.cmdm.simulator.server.BasicAuth;
import dev.cmdm.simulator.wire.Request;
import java.util.Optional;

/**
 * Lets in who brings Basic credentials and the tenant's API key, or a token. That a missing tenant code is refused is
 * documented, with 401 or 403; that it is 403, and that a token does without one, is unconfirmed.
 */
final class Gatekeeper {
    private static final String BEARER = "Bearer ";

    private final BasicAuth basic;
    private final String tenantCode;
    private final Tokens tokens;

    Gatekeeper(BasicAuth basic, String tenantCode, Tokens tokens) {
        this.basic = basic;
        this.tenantCode = tenantCode;
        this.tokens = tokens;
    }

    /** The status with which this request is turned away. */
    Optional<Integer> findRefusal(Request request) {
        var authorization = request.findHeader("Authorization").orElse("");
        var tenant = request.findHeader("aw-tenant-code");
        if (authorization.startsWith(BEARER)) {
            boolean foreign = tenant.filter(code -> !code.equals(tenantCode)).isPresent();
            return tokens.admits(authorization.substring(BEARER.length())) ? refused(foreign) : Optional.of(401);
        }
        return basic.admits(request)
                ? refused(!tenant.filter(tenantCode::equals).isPresent())
                : Optional.of(401);
    }

    private static Optional<Integer> refused(boolean wrongTenant) {
        return wrongTenant ? Optional.of(403) : Optional.empty();
    }
}
