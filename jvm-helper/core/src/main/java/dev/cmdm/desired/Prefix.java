// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

import dev.cmdm.profile.ProfileIdentifier;

/**
 * The part of identifiers that a complete set claims: {@code com.acme} claims {@code com.acme.dock},
 * neither {@code com.acme} itself nor {@code com.acmeother.dock}.
 *
 * @param value without a dot at its end, not blank
 */
public record Prefix(String value) {
    public Prefix {
        value = value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
        if (value.isBlank()) {
            throw new IllegalArgumentException("the prefix is blank; a complete set needs one, such as com.acme");
        }
    }

    /** Whether an identifier lies under this prefix. */
    public boolean claims(ProfileIdentifier identifier) {
        return identifier.value().startsWith(value + ".");
    }

    /** Whether two complete sets with these prefixes would claim the same identifiers. */
    public boolean overlaps(Prefix other) {
        return (value + ".").startsWith(other.value + ".") || (other.value + ".").startsWith(value + ".");
    }
}
