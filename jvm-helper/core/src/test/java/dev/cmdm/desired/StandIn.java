// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

import java.util.Map;
import java.util.Optional;

/** Values that stand in for those of a Mac and of sources of secrets. */
public record StandIn(String serial, String udid, Map<String, String> secrets) implements Values {
    /** Of no Mac in particular, without any secret. */
    public static final StandIn NOTHING = new StandIn("", "", Map.of());

    @Override
    public String secret(String name) {
        return Optional.ofNullable(secrets.get(name)).orElseThrow(() -> new UnknownSecretException(name));
    }
}
