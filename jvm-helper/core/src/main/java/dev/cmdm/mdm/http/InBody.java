// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.secret.Secret;
import java.util.List;
import java.util.Optional;

/** Secrets in bodies. */
record InBody(List<Secret> secrets) implements Authorization {
    @Override
    public Pass pass() {
        return new Pass.Shown(Optional.empty());
    }

    @Override
    public boolean renew() {
        return false;
    }
}
