// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import dev.cmdm.plan.Deferral;
import dev.cmdm.plan.Migration;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Record;
import dev.cmdm.profile.ProfileKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a journal's entries amount to: for each profile the attempts that may still come true, the
 * last of which counts, what is recorded of it, and whether a local copy made way. Immutable.
 */
public final class JournalState {
    /** Of an empty journal. */
    public static final JournalState EMPTY =
            new JournalState(Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty());

    private final Map<ProfileKey, List<Pending>> attempts;
    private final Map<ProfileKey, Record> records;
    private final Map<ProfileKey, Migration> migrations;
    private final Optional<Instant> reachedAt;
    private final Optional<Deferral> deferral;

    private JournalState(
            Map<ProfileKey, List<Pending>> attempts,
            Map<ProfileKey, Record> records,
            Map<ProfileKey, Migration> migrations,
            Optional<Instant> reachedAt,
            Optional<Deferral> deferral) {
        this.attempts = attempts;
        this.records = records;
        this.migrations = migrations;
        this.reachedAt = reachedAt;
        this.deferral = deferral;
    }

    /** The state after entries were added, in their order. */
    public JournalState after(List<? extends Entry> entries) {
        Map<ProfileKey, List<Pending>> newAttempts = new LinkedHashMap<>(attempts);
        newAttempts.replaceAll((key, list) -> new ArrayList<>(list));
        Map<ProfileKey, Record> newRecords = new LinkedHashMap<>(records);
        Map<ProfileKey, Migration> newMigrations = new LinkedHashMap<>(migrations);
        Fold fold = new Fold(newAttempts, newRecords, newMigrations, reachedAt, deferral);
        entries.forEach(entry -> entry.match(fold));
        newAttempts.replaceAll((key, list) -> List.copyOf(list));
        return new JournalState(newAttempts, newRecords, newMigrations, fold.reachedAt(), fold.deferral());
    }

    /** The last command sent for each profile and not yet seen to have come true. */
    public List<Pending> pending() {
        return attempts.values().stream().map(list -> list.get(list.size() - 1)).toList();
    }

    /** The last command sent for a profile and not yet seen to have come true, or nothing. */
    public Optional<Pending> findPending(ProfileKey key) {
        return Optional.ofNullable(attempts.get(key)).map(list -> list.get(list.size() - 1));
    }

    /** Every command that may still come true, the last one for each profile first. */
    public List<Pending> underway() {
        List<Pending> underway = new ArrayList<>();
        for (List<Pending> list : attempts.values()) {
            for (int at = list.size() - 1; at >= 0; at--) {
                underway.add(list.get(at));
            }
        }
        return underway;
    }

    /** What was delivered or adopted, one for each profile. */
    public List<Record> records() {
        return List.copyOf(records.values());
    }

    /** What is recorded of a profile, or nothing. */
    public Optional<Record> findRecord(ProfileKey key) {
        return Optional.ofNullable(records.get(key));
    }

    /** Local copies that made way for the MDM's, or are about to, and nothing is known to be over with. */
    public List<Migration> migrations() {
        return List.copyOf(migrations.values());
    }

    /** Since when, at the earliest, something that the MDM was asked for has happened on this Mac. */
    public Optional<Instant> reachedAt() {
        return reachedAt;
    }

    /** What the MDM said last when it took no more; nothing once it took something since. */
    public Optional<Deferral> deferral() {
        return deferral;
    }

    /** The fewest entries that amount to this state. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        records.values().forEach(known -> entries.add(new Entry.Seen(known.seenAt(), known)));
        attempts.values()
                .forEach(
                        list -> list.forEach(attempt -> entries.add(new Entry.Sending(attempt.lastSentAt(), attempt))));
        migrations.values().forEach(open -> entries.add(new Entry.Migrating(open.startedAt(), open)));
        reachedAt.ifPresent(at -> entries.add(new Entry.Reached(at)));
        deferral.ifPresent(said -> entries.add(new Entry.Deferred(said.at(), said)));
        return entries;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JournalState state
                && attempts.equals(state.attempts)
                && records.equals(state.records)
                && migrations.equals(state.migrations)
                && reachedAt.equals(state.reachedAt)
                && deferral.equals(state.deferral);
    }

    @Override
    public int hashCode() {
        return Objects.hash(attempts, records, migrations, reachedAt, deferral);
    }

    @Override
    public String toString() {
        return attempts.size() + " pending, " + records.size() + " recorded";
    }
}
