// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import dev.cmdm.profile.ProfileKey;
import java.util.Optional;
import java.util.Set;

/** Keeps the content of profiles whose local copy makes way for the MDM's, until that was seen. */
public interface Keep {
    /**
     * Keeps the content of a profile; it is stored for good when this returns.
     *
     * @throws JournalUnavailableException when it cannot be stored; then no copy may make way
     */
    void store(ProfileKey key, byte[] content);

    /** What is kept of a profile, or nothing, also when it cannot be read. */
    Optional<byte[]> find(ProfileKey key);

    /** Lets go of everything but what is kept of these profiles; what cannot be deleted stays until the next time. */
    void retain(Set<ProfileKey> keys);
}
