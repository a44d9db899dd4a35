// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Record;
import dev.cmdm.profile.ProfileKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a journal's entries amount to: for each profile the attempts that may still come true, the
 * last of which counts, and what is recorded of it. Immutable.
 */
public final class JournalState {
    /** Of an empty journal. */
    public static final JournalState EMPTY = new JournalState(Map.of(), Map.of());

    private final Map<ProfileKey, List<Pending>> attempts;
    private final Map<ProfileKey, Record> records;

    private JournalState(Map<ProfileKey, List<Pending>> attempts, Map<ProfileKey, Record> records) {
        this.attempts = attempts;
        this.records = records;
    }

    /** The state after entries were added, in their order. */
    public JournalState after(List<? extends Entry> entries) {
        Map<ProfileKey, List<Pending>> newAttempts = new LinkedHashMap<>(attempts);
        newAttempts.replaceAll((key, list) -> new ArrayList<>(list));
        Map<ProfileKey, Record> newRecords = new LinkedHashMap<>(records);
        Fold fold = new Fold(newAttempts, newRecords);
        entries.forEach(entry -> entry.match(fold));
        newAttempts.replaceAll((key, list) -> List.copyOf(list));
        return new JournalState(newAttempts, newRecords);
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

    /** The fewest entries that amount to this state. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        records.values().forEach(known -> entries.add(new Entry.Seen(known.seenAt(), known)));
        attempts.values()
                .forEach(
                        list -> list.forEach(attempt -> entries.add(new Entry.Sending(attempt.lastSentAt(), attempt))));
        return entries;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JournalState state && attempts.equals(state.attempts) && records.equals(state.records);
    }

    @Override
    public int hashCode() {
        return 31 * attempts.hashCode() + records.hashCode();
    }

    @Override
    public String toString() {
        return attempts.size() + " pending, " + records.size() + " recorded";
    }
}
