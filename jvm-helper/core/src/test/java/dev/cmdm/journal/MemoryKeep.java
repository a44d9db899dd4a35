// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import dev.cmdm.profile.ProfileKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps contents as long as a test lasts. */
public final class MemoryKeep implements Keep {
    private final Map<ProfileKey, byte[]> kept = new HashMap<>();
    private boolean full;

    /** From now on nothing more can be stored. */
    public void fill() {
        full = true;
    }

    @Override
    public void store(ProfileKey key, byte[] content) {
        if (full) {
            throw new JournalUnavailableException("the content of " + key + " could not be kept (the disk is full)");
        }
        kept.put(key, content.clone());
    }

    @Override
    public Optional<byte[]> find(ProfileKey key) {
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void retain(Set<ProfileKey> keys) {
        kept.keySet().retainAll(keys);
    }

    /** The profiles whose content is kept. */
    public Set<ProfileKey> keys() {
        return Set.copyOf(kept.keySet());
    }
}
