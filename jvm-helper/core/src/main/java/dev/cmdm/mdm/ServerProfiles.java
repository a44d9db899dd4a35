// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The profiles of a Mac as its server last heard of them; never a proof.
 *
 * @param asOf when it heard of them; nothing when it does not tell
 * @param entries the profiles
 */
public record ServerProfiles(Optional<Instant> asOf, List<Entry> entries) {
    public ServerProfiles {
        entries = List.copyOf(entries);
    }

    /**
     * A profile.
     *
     * @param identifier its PayloadIdentifier; empty when it is not told
     * @param uuid its PayloadUUID; empty when it is not told
     * @param name its display name, or the server's name for it; empty when it is not told
     */
    public record Entry(String identifier, String uuid, String name) {}
}
