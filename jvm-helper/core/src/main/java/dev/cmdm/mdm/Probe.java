// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.util.Optional;

/**
 * What a look at a server found, for people.
 *
 * @param reached whether it answered at all
 * @param authenticated whether it took the credential
 * @param words one line: its version, or what went wrong and what to do
 * @param deferred why it would take nothing now, if it takes no more for a while
 */
public record Probe(boolean reached, boolean authenticated, String words, Optional<Delivery.Deferred> deferred) {
    /** Of a server that has no quota. */
    public Probe(boolean reached, boolean authenticated, String words) {
        this(reached, authenticated, words, Optional.empty());
    }
}
