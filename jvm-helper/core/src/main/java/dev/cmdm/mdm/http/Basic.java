// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A user and a password. (RFC 7617; UTF-8 as its section 2.1 has it.) */
final class Basic implements Authorization {
    private final String user;
    private final Secret password;

    Basic(String user, Secret password) {
        this.user = user;
        this.password = password;
    }

    @Override
    public Pass pass() {
        return new Pass.Shown("Basic " + pair());
    }

    @Override
    public boolean renew() {
        return false;
    }

    @Override
    public List<Secret> secrets() {
        return List.of(password, Secret.of(pair()));
    }

    private String pair() {
        byte[] pair = (user + ":" + password.expose()).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(pair);
    }
}
