// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import dev.cmdm.plan.Migration;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Record;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileKey;
import java.util.Locale;

/** What an entry holds besides its moment, by name. */
final class FieldWriter implements Entry.Cases<Fields> {
    @Override
    public Fields sending(Entry.Sending entry) {
        Pending attempt = entry.attempt();
        Fields fields = key(attempt.key())
                .with("fingerprint", attempt.fingerprint().map(Fingerprint::hex))
                .with("uuid", attempt.uuid())
                .with("command", attempt.commandUuid())
                .with("owner", attempt.owner().name())
                .with("sent", attempt.sentAt())
                .with("attempt", Integer.toString(attempt.attempt()))
                .with("repeated", attempt.repeatedAt())
                .with("date-before", attempt.dateBefore())
                .with("answer", attempt.answer().name().toLowerCase(Locale.ROOT))
                .with("queued-at", attempt.looks().seenAt())
                .with("absent-since", attempt.looks().absentSince())
                .with("absent-again", attempt.looks().absentAgain())
                .with("signer", attempt.signer());
        attempt.report().ifPresent(told -> report(fields, told));
        return fields;
    }

    @Override
    public Fields queued(Entry.Queued entry) {
        return new Fields().with("command", entry.commandUuid());
    }

    @Override
    public Fields unchanged(Entry.Unchanged entry) {
        return new Fields().with("command", entry.commandUuid());
    }

    @Override
    public Fields withdrawn(Entry.Withdrawn entry) {
        return new Fields().with("command", entry.commandUuid()).with("why", entry.why());
    }

    @Override
    public Fields looked(Entry.Looked entry) {
        return new Fields().with("command", entry.commandUuid()).with("found", Boolean.toString(entry.found()));
    }

    @Override
    public Fields answered(Entry.Answered entry) {
        return report(new Fields().with("command", entry.commandUuid()), entry.report());
    }

    @Override
    public Fields seen(Entry.Seen entry) {
        Record seen = entry.record();
        return key(seen.key())
                .with("uuid", seen.uuid())
                .with("fingerprint", seen.fingerprint().hex())
                .with("date", seen.installDate())
                .with("owner", seen.owner().name())
                .with("seen", seen.seenAt())
                .with("origin", seen.origin().name().toLowerCase(Locale.ROOT))
                .with("signer", seen.signer());
    }

    @Override
    public Fields gone(Entry.Gone entry) {
        return key(entry.key());
    }

    @Override
    public Fields givenUp(Entry.GivenUp entry) {
        return new Fields().with("command", entry.commandUuid()).with("why", entry.why());
    }

    @Override
    public Fields forgotten(Entry.Forgotten entry) {
        return key(entry.key());
    }

    @Override
    public Fields migrating(Entry.Migrating entry) {
        Migration migration = entry.migration();
        return key(migration.key())
                .with("fingerprint", migration.fingerprint().hex())
                .with("owner", migration.owner().name())
                .with("started", migration.startedAt())
                .with("put-back", migration.putBackAt());
    }

    @Override
    public Fields putBack(Entry.PutBack entry) {
        return key(entry.key());
    }

    @Override
    public Fields migrated(Entry.Migrated entry) {
        return key(entry.key());
    }

    @Override
    public Fields reached(Entry.Reached entry) {
        return new Fields();
    }

    @Override
    public Fields deferred(Entry.Deferred entry) {
        return new Fields()
                .with("said", entry.deferral().at())
                .with("until", entry.deferral().until())
                .with("why", entry.deferral().why());
    }

    /** Words hold no line break of their own, so that one stands between two of them. */
    private static Fields report(Fields fields, Pending.Report told) {
        return fields.with("report", told.status().name().toLowerCase(Locale.ROOT))
                .with("reported", told.at())
                .with("report-words", String.join("\n", told.words()));
    }

    private static Fields key(ProfileKey key) {
        return new Fields()
                .with("identifier", key.identifier().value())
                .with("scope", key.scope().name().toLowerCase(Locale.ROOT))
                .with("user", key.user());
    }
}
