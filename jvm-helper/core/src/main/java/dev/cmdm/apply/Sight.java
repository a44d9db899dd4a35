// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.journal.Entry;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Record;
import dev.cmdm.profile.ProfileKey;
import java.time.Instant;
import java.util.Optional;

/** What one reading of a Mac proves about what was sent. */
final class Sight {
    private final Installed installed;
    private final Instant at;

    Sight(Installed installed, Instant at) {
        this.installed = installed;
        this.at = at;
    }

    /** The end of an attempt, or nothing while this reading does not show it. */
    Optional<Entry> findEnd(Pending sent) {
        return sent.removes() ? findGone(sent) : Expected.of(sent).flatMap(this::findSeen);
    }

    /** Of several copies the one that was to go counts, otherwise all do. */
    private Optional<Entry> findGone(Pending sent) {
        boolean there = sent.uuid().isEmpty()
                ? installed.find(sent.key()).isPresent()
                : installed
                        .copies(sent.key())
                        .anyMatch(copy -> copy.listedUuid().equalsIgnoreCase(sent.uuid()));
        return installed.whole() && !there ? Optional.of(new Entry.Gone(at, sent.key())) : Optional.empty();
    }

    /** That a profile is gone, or nothing while it is there or the reader may not have seen everything. */
    Optional<Entry> findGone(ProfileKey key) {
        return installed.whole() && installed.find(key).isEmpty()
                ? Optional.of(new Entry.Gone(at, key))
                : Optional.empty();
    }

    /** That a profile came, or nothing while this reading does not show it. */
    Optional<Entry> findSeen(Expected expected) {
        return installed
                .copies(expected.key())
                .filter(expected::isMetBy)
                .findFirst()
                .map(there -> seen(there, expected));
    }

    private Entry seen(InstalledProfile there, Expected expected) {
        return new Entry.Seen(
                at,
                new Record(
                        expected.key(),
                        there.uuid(),
                        expected.fingerprint(),
                        there.installDate(),
                        expected.owner(),
                        at,
                        expected.by(),
                        expected.signer()));
    }
}
