// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Owner;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A local copy that made way, or is about to, for the MDM's, which was not seen yet.
 *
 * @param key which profile
 * @param fingerprint the content that is to come in its place
 * @param owner who declared it
 * @param startedAt when it was written that the local copy goes
 * @param putBackAt when the declared content was put back locally, for the MDM did not bring it
 */
public record Migration(
        ProfileKey key, Fingerprint fingerprint, Owner owner, Instant startedAt, Optional<Instant> putBackAt) {

    /** One whose local copy is about to go. */
    public static Migration begun(ProfileKey key, Fingerprint fingerprint, Owner owner, Instant now) {
        return new Migration(key, fingerprint, owner, now, Optional.empty());
    }

    /** The same after its content was put back locally. */
    public Migration putBack(Instant now) {
        return new Migration(key, fingerprint, owner, startedAt, Optional.of(now));
    }
}
