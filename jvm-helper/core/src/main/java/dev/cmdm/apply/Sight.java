// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.journal.Entry;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Record;
import dev.cmdm.profile.Fingerprint;
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
        return sent.removes() ? findGone(sent.key()) : sent.fingerprint().flatMap(content -> findSeen(sent, content));
    }

    /** That a profile is gone, or nothing while it is there or the reader may not have seen everything. */
    Optional<Entry> findGone(ProfileKey key) {
        return installed.whole() && installed.find(key).isEmpty()
                ? Optional.of(new Entry.Gone(at, key))
                : Optional.empty();
    }

    private Optional<Entry> findSeen(Pending sent, Fingerprint content) {
        return installed
                .find(sent.key())
                .filter(there -> there.hasUuid(sent.uuid()))
                .filter(there -> cameSince(sent, there))
                .map(there -> seen(there, content, sent));
    }

    /** A UUID that stood there before proves nothing; every installation has its own date. */
    private static boolean cameSince(Pending sent, InstalledProfile there) {
        return sent.dateBefore().filter(there.installDate()::equals).isEmpty();
    }

    private Entry seen(InstalledProfile there, Fingerprint content, Pending sent) {
        return new Entry.Seen(at, new Record(sent.key(), there.uuid(), content, there.installDate(), sent.owner(), at));
    }
}
