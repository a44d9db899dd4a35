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
        return sent.removes() ? findGone(sent.key()) : Expected.of(sent).flatMap(this::findSeen);
    }

    /** That a profile is gone, or nothing while it is there or the reader may not have seen everything. */
    Optional<Entry> findGone(ProfileKey key) {
        return installed.whole() && installed.find(key).isEmpty()
                ? Optional.of(new Entry.Gone(at, key))
                : Optional.empty();
    }

    /** That a profile came, or nothing while this reading does not show it. */
    Optional<Entry> findSeen(Expected expected) {
        return installed.find(expected.key()).filter(expected::isMetBy).map(there -> seen(there, expected));
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
