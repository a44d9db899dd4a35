// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.secret.Secret;
import java.util.List;

/** A token that stays. */
final class Bearer implements Authorization {
    private final Secret token;

    Bearer(Secret token) {
        this.token = token;
    }

    @Override
    public Pass pass() {
        return new Pass.Shown("Bearer " + token.expose());
    }

    @Override
    public boolean renew() {
        return false;
    }

    @Override
    public List<Secret> secrets() {
        return List.of(token);
    }
}
