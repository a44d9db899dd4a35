// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import dev.cmdm.desired.Owner;
import dev.cmdm.installed.Origin;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Pending.Report.Status;
import dev.cmdm.plan.Record;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import java.time.Instant;
import java.util.List;

/** Entries of one profile at one moment. */
abstract class JournalFixture {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");
    static final ProfileKey KEY = ProfileKey.system(new ProfileIdentifier("com.acme.dock"));
    static final Fingerprint A = new Fingerprint("aa".repeat(32));
    static final Fingerprint B = new Fingerprint("bb".repeat(32));

    static JournalState after(Entry... entries) {
        return JournalState.EMPTY.after(List.of(entries));
    }

    static Entry answered(String id, Status status) {
        return new Entry.Answered(NOW, id, new Pending.Report(NOW, status, List.of("A (1): one", "B (2): two")));
    }

    static Entry sending(Fingerprint content, String id) {
        return new Entry.Sending(NOW, attempt(content, id));
    }

    static Pending attempt(Fingerprint content, String id) {
        return Pending.install(KEY, content, "U-" + content.hex(), id, Owner.CLI, NOW);
    }

    static Entry seen(Fingerprint content) {
        return seen(content, Origin.UNKNOWN);
    }

    static Entry seenByMdm(Fingerprint content) {
        return seen(content, Origin.MDM);
    }

    private static Entry seen(Fingerprint content, Origin origin) {
        return new Entry.Seen(NOW, new Record(KEY, "U-" + content.hex(), content, "date", Owner.CLI, NOW, origin));
    }
}
