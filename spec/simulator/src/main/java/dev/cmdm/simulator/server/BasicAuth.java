// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import dev.cmdm.simulator.wire.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Checks HTTP Basic credentials: a fixed user and the API key. */
public final class BasicAuth {
    private final byte[] expected;

    /** Accepts this user with this key. */
    public BasicAuth(String user, String apiKey) {
        var credential = (user + ":" + apiKey).getBytes(StandardCharsets.UTF_8);
        this.expected = ("Basic " + Base64.getEncoder().encodeToString(credential)).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the request brings them. */
    public boolean admits(Request request) {
        var given = request.findHeader("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given);
    }
}
