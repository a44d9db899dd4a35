// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a product can do and where its limits are, as data.
 *
 * @param product as people call it: {@code MicroMDM}
 * @param command how large a profile in a command may be; nothing when no command carries one
 * @param traits what it does
 */
public record Capabilities(String product, Optional<SizeLimit> command, Set<Trait> traits) {
    public Capabilities {
        traits = Set.copyOf(traits);
    }

    /** A product whose commands carry profiles. */
    public static Capabilities of(String product, SizeLimit limit, Trait... traits) {
        return new Capabilities(product, Optional.of(limit), Set.copyOf(List.of(traits)));
    }

    /** Whether the product does something. */
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
