// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.prepare;

import dev.cmdm.sign.SigningIdentity;
import java.util.Optional;

/**
 * Which forms a site has made of its profiles.
 *
 * @param identity who signs; nothing when nobody does
 * @param unwrap whether the content of a signed profile may be sent without its signature
 * @param binary whether binary property lists may be sent
 */
public record Forming(Optional<SigningIdentity> identity, boolean unwrap, boolean binary) {
    /** What is made where nothing is set. */
    public static final Forming DEFAULTS = new Forming(Optional.empty(), false, false);
}
