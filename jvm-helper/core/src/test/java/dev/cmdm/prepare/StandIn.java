// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.prepare;

import dev.cmdm.desired.UnknownSecretException;
import dev.cmdm.desired.Values;
import java.util.Map;
import java.util.Optional;

/** Values that stand in for those of a Mac and of sources of secrets. */
record StandIn(String serial, String udid, Map<String, String> secrets) implements Values {
    @Override
    public String secret(String name) {
        return Optional.ofNullable(secrets.get(name)).orElseThrow(() -> new UnknownSecretException(name));
    }
}
