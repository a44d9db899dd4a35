// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import java.util.Collection;

/** Knows of payload types which of their settings macOS does not show. */
@FunctionalInterface
public interface SecretNames {
    /** The names of keys that hold a password, a private key or a certificate; none when the type is unknown. */
    Collection<String> of(String payloadType);
}
