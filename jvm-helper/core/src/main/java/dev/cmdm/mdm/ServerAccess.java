// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import dev.cmdm.secret.Secret;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * What an adapter needs to speak to one server.
 *
 * @param url where it is
 * @param credential its password, key, token or client secret, whichever the product has
 * @param settings what else is set for it
 * @param clock the time, by which tokens expire
 * @param link how it is reached
 */
public record ServerAccess(ServerUrl url, Secret credential, ProductSettings settings, InstantSource clock, Link link) {
    /** A server that is reached straight. */
    public ServerAccess(ServerUrl url, Secret credential, ProductSettings settings, InstantSource clock) {
        this(url, credential, settings, clock, Link.direct(Timing.SYSTEM, new SecureRandom()));
    }
}
