// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import dev.cmdm.installed.Origin;
import dev.cmdm.plan.Deferral;
import dev.cmdm.plan.Migration;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Pending.Answer;
import dev.cmdm.plan.Record;
import dev.cmdm.profile.ProfileKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Takes entries in, one by one. An attempt covers those before it, which may still come true until a
 * later one did; and it may be withdrawn, and then the one before it counts again. Each case tells
 * whether the entry spoke of something known.
 */
final class Fold implements Entry.Cases<Boolean> {
    /** More attempts under way for one profile come about only when it is edited again and again unseen. */
    private static final int KEPT = 8;

    private final Map<ProfileKey, List<Pending>> attempts;
    private final Map<ProfileKey, Record> records;
    private final Map<ProfileKey, Migration> migrations;
    private Optional<Instant> reachedAt;
    private Optional<Deferral> deferral;

    Fold(
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

    Optional<Instant> reachedAt() {
        return reachedAt;
    }

    Optional<Deferral> deferral() {
        return deferral;
    }

    @Override
    public Boolean sending(Entry.Sending entry) {
        String id = entry.attempt().commandUuid();
        List<Pending> list = attempts.computeIfAbsent(entry.attempt().key(), key -> new ArrayList<>());
        int last = list.size() - 1;
        if (last >= 1 && hasId(list.get(last), id) && hasId(list.get(last - 1), id)) {
            list.remove(last - 1);
        }
        if (list.size() == KEPT) {
            list.remove(0);
        }
        return list.add(entry.attempt());
    }

    @Override
    public Boolean queued(Entry.Queued entry) {
        deferral = Optional.empty();
        return change(entry.commandUuid(), attempt -> attempt.with(Answer.QUEUED));
    }

    @Override
    public Boolean unchanged(Entry.Unchanged entry) {
        return change(entry.commandUuid(), attempt -> attempt.with(Answer.UNCHANGED));
    }

    @Override
    public Boolean withdrawn(Entry.Withdrawn entry) {
        for (List<Pending> list : attempts.values()) {
            int at = last(list, attempt -> hasId(attempt, entry.commandUuid()));
            if (at >= 0) {
                list.remove(at);
                return tidied();
            }
        }
        return false;
    }

    @Override
    public Boolean looked(Entry.Looked entry) {
        String id = entry.commandUuid();
        if (!entry.found()) {
            queueSeen(id).ifPresent(this::reachedSince);
        }
        return entry.found()
                ? change(
                        id,
                        attempt ->
                                attempt.with(attempt.looks().found(entry.at())).with(Answer.QUEUED))
                : change(id, attempt -> attempt.with(attempt.looks().missed(entry.at())));
    }

    /** Whatever the Mac said of a command, it was reached by it. */
    @Override
    public Boolean answered(Entry.Answered entry) {
        if (entry.report().status() != Pending.Report.Status.UNKNOWN) {
            find(entry.commandUuid()).map(Pending::sentAt).ifPresent(this::reachedSince);
        }
        return change(entry.commandUuid(), attempt -> attempt.with(entry.report()));
    }

    @Override
    public Boolean seen(Entry.Seen entry) {
        Record seen = entry.record();
        records.put(seen.key(), seen);
        Predicate<Pending> brought = attempt ->
                attempt.fingerprint().filter(seen.fingerprint()::equals).isPresent();
        if (seen.origin() == Origin.MDM) {
            migrations.remove(seen.key());
            happened(seen.key(), brought);
        }
        return end(seen.key(), brought);
    }

    @Override
    public Boolean gone(Entry.Gone entry) {
        records.remove(entry.key());
        happened(entry.key(), Pending::removes);
        return end(entry.key(), Pending::removes);
    }

    @Override
    public Boolean givenUp(Entry.GivenUp entry) {
        boolean found = false;
        for (ProfileKey key : List.copyOf(attempts.keySet())) {
            found |= end(key, attempt -> hasId(attempt, entry.commandUuid()));
        }
        return found;
    }

    @Override
    public Boolean forgotten(Entry.Forgotten entry) {
        boolean recorded = records.remove(entry.key()) != null;
        boolean migrating = migrations.remove(entry.key()) != null;
        return attempts.remove(entry.key()) != null || recorded || migrating;
    }

    @Override
    public Boolean migrating(Entry.Migrating entry) {
        migrations.put(entry.migration().key(), entry.migration());
        return true;
    }

    @Override
    public Boolean putBack(Entry.PutBack entry) {
        return migrations.computeIfPresent(entry.key(), (key, open) -> open.putBack(entry.at())) != null;
    }

    @Override
    public Boolean migrated(Entry.Migrated entry) {
        return migrations.remove(entry.key()) != null;
    }

    @Override
    public Boolean reached(Entry.Reached entry) {
        reachedSince(entry.at());
        return true;
    }

    @Override
    public Boolean deferred(Entry.Deferred entry) {
        deferral = Optional.of(entry.deferral());
        return true;
    }

    /** Any of the attempts for it may be what happened; the first was sent earliest. */
    private void happened(ProfileKey key, Predicate<Pending> which) {
        attempts.getOrDefault(key, List.of()).stream()
                .filter(which)
                .map(Pending::sentAt)
                .min(Comparator.naturalOrder())
                .ifPresent(this::reachedSince);
    }

    private Optional<Instant> queueSeen(String id) {
        return find(id).flatMap(attempt -> attempt.looks().seenAt());
    }

    private Optional<Pending> find(String id) {
        return attempts.values().stream()
                .flatMap(List::stream)
                .filter(attempt -> hasId(attempt, id))
                .findFirst();
    }

    private void reachedSince(Instant at) {
        reachedAt = reachedAt.filter(at::isBefore).or(() -> Optional.of(at));
    }

    private boolean change(String id, UnaryOperator<Pending> change) {
        for (List<Pending> list : attempts.values()) {
            int at = last(list, attempt -> hasId(attempt, id));
            if (at >= 0) {
                list.set(at, change.apply(list.get(at)));
                return true;
            }
        }
        return false;
    }

    /** Ends the last attempt that fits and everything before it. */
    private boolean end(ProfileKey key, Predicate<Pending> which) {
        List<Pending> list = attempts.getOrDefault(key, List.of());
        int at = last(list, which);
        if (at < 0) {
            return false;
        }
        list.subList(0, at + 1).clear();
        return tidied();
    }

    private boolean tidied() {
        attempts.values().removeIf(List::isEmpty);
        return true;
    }

    private static int last(List<Pending> list, Predicate<Pending> which) {
        for (int at = list.size() - 1; at >= 0; at--) {
            if (which.test(list.get(at))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean hasId(Pending attempt, String id) {
        return attempt.commandUuid().equals(id);
    }
}
