// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.journal.Entry;
import dev.cmdm.journal.JournalState;
import dev.cmdm.journal.Time;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Migration;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Record;
import dev.cmdm.plan.Step;
import dev.cmdm.profile.ProfileKey;
import java.time.Duration;
import java.util.Optional;

/** Keeps the journal true where nothing is sent: what stands as declared, and what nobody waits for any more. */
final class Upkeep {
    private final Task task;
    private final Ledger ledger;
    private final Time time;

    Upkeep(Task task, Ledger ledger, Time time) {
        this.task = task;
        this.ledger = ledger;
        this.time = time;
    }

    /** Writes a record of each profile that the plan takes as declared and that has none, or another. */
    void adopt() {
        for (Step step : task.plan().steps()) {
            if (step.action() == Action.KEEP && step.delivery().isPresent()) {
                task.installed().find(step.key().orElseThrow()).ifPresent(there -> adopt(step, there));
            }
        }
    }

    private void adopt(Step step, InstalledProfile there) {
        Record standing = new Record(
                there.key(),
                there.uuid(),
                step.delivery().orElseThrow().fingerprint(),
                there.installDate(),
                task.desired().owner(),
                time.now(),
                origin(there),
                signer(there));
        JournalState state = ledger.state();
        boolean pending = state.findPending(there.key())
                .flatMap(Pending::fingerprint)
                .filter(standing.fingerprint()::equals)
                .isPresent();
        if (pending || !isRecorded(standing, state)) {
            ledger.note(new Entry.Seen(time.now(), standing));
            ledger.people(
                    task.desired().owner().name(),
                    there.key(),
                    "recorded",
                    step.reason().text());
        }
    }

    /** Who installed it, by the listing, else by what is recorded of this very installation. */
    private Origin origin(InstalledProfile there) {
        return there.origin() != Origin.UNKNOWN
                ? there.origin()
                : ledger.state()
                        .findRecord(there.key())
                        .filter(known -> known.isOf(there))
                        .map(Record::origin)
                        .orElse(Origin.UNKNOWN);
    }

    /** Who signed it, if what is recorded is of this very installation. */
    private Optional<String> signer(InstalledProfile there) {
        return ledger.state()
                .findRecord(there.key())
                .filter(known -> known.isOf(there))
                .flatMap(Record::signer);
    }

    /** Whether the same is recorded already; the date of an installation alone is no difference. */
    private static boolean isRecorded(Record standing, JournalState state) {
        Optional<Record> known = state.findRecord(standing.key());
        return known.filter(record -> record.uuid().equalsIgnoreCase(standing.uuid())
                        && record.fingerprint().equals(standing.fingerprint())
                        && record.owner().equals(standing.owner()))
                .isPresent();
    }

    /** Closes migrations that leave nothing to repair: what is there or gone as declared, or not declared any more. */
    void closeMigrations() {
        for (Migration open : ledger.state().migrations()) {
            if (settled(open) || dropped(open)) {
                ledger.note(new Entry.Migrated(time.now(), open.key()));
            }
        }
    }

    private boolean settled(Migration open) {
        return task.plan().steps().stream()
                .anyMatch(step -> step.key().filter(open.key()::equals).isPresent() && step.action() == Action.KEEP);
    }

    private boolean dropped(Migration open) {
        return task.desired().complete()
                && task.desired().owner().equals(open.owner())
                && task.installed().find(open.key()).isEmpty()
                && task.plan().steps().stream()
                        .noneMatch(step -> step.key().filter(open.key()::equals).isPresent());
    }

    /**
     * Gives up what nobody asks for any more: pending for two deadlines, one for whoever declared it to
     * tell that it failed, and one to be on the safe side of other owners' runs.
     */
    void giveUp() {
        Duration limit = task.policy().deadline().multipliedBy(2);
        for (Pending sent : ledger.state().pending()) {
            Duration age = Duration.between(sent.lastSentAt(), time.now()).abs();
            if (age.compareTo(limit) >= 0 && !asked(sent.key())) {
                String why = "not seen for " + age.toHours() + " h, and not declared any more";
                ledger.note(new Entry.GivenUp(time.now(), sent.commandUuid(), why));
                ledger.people(sent, "given up", why);
            }
        }
    }

    private boolean asked(ProfileKey key) {
        return task.plan().steps().stream()
                .anyMatch(step -> step.key().filter(key::equals).isPresent() && step.action() != Action.KEEP);
    }
}
