// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.journal.Entry;
import dev.cmdm.journal.History;
import dev.cmdm.journal.Journal;
import dev.cmdm.journal.JournalState;
import dev.cmdm.journal.JournalUnavailableException;
import dev.cmdm.journal.Time;
import dev.cmdm.plan.Pending;
import dev.cmdm.profile.ProfileKey;
import java.util.List;
import java.util.Optional;

/**
 * Writes down what happens, for the next run and for people. A command may leave only after it was
 * written; what cannot be written afterwards is remembered for the rest of this run.
 */
final class Ledger {
    private final Journal journal;
    private final History history;
    private final Time time;
    private JournalState state;
    private Optional<Failure> trouble = Optional.empty();

    Ledger(Journal journal, History history, Time time) {
        this.journal = journal;
        this.history = history;
        this.time = time;
        this.state = journal.state();
    }

    /** What is known by now, whether or not it could be stored. */
    JournalState state() {
        return state;
    }

    /** Why the journal cannot be written, once that has happened. */
    Optional<Failure> trouble() {
        return trouble;
    }

    /** Stores that a command is about to leave; when this returns false, it must not. */
    boolean sending(Pending attempt) {
        if (trouble.isPresent() || !store(new Entry.Sending(time.now(), attempt))) {
            return false;
        }
        String command = attempt.removes() ? "RemoveProfile " : "InstallProfile ";
        people(
                attempt,
                "sent",
                command
                        + attempt.commandUuid()
                        + (attempt.attempt() > 1 ? ", attempt " + attempt.attempt() : "")
                        + (attempt.repeated() ? ", repeated" : ""));
        return true;
    }

    /** Stores what became known; throws a {@link JournalUnavailableException} when that cannot be done. */
    void add(Entry entry) {
        journal.add(entry);
        state = journal.state();
    }

    /** Notes what became known, stored or not. */
    void note(Entry entry) {
        if (trouble.isPresent() || !store(entry)) {
            state = state.after(List.of(entry));
        }
    }

    /** Tells people what the server told of an attempt. */
    void answered(Pending attempt, Pending.Report told) {
        people(attempt, OutcomeWords.word(told), OutcomeWords.reported(told));
    }

    /** Tells people what came of an attempt. */
    void people(Pending attempt, String word, String text) {
        people(attempt.owner().name(), attempt.key(), word, text);
    }

    /** Tells people what happened to a profile. */
    void people(String owner, ProfileKey key, String word, String text) {
        history.add(new History.Event(time.now(), owner, word, key.toString(), text));
    }

    private boolean store(Entry entry) {
        try {
            add(entry);
            return true;
        } catch (JournalUnavailableException e) {
            trouble =
                    Optional.of(new Failure(Failure.Kind.JOURNAL_UNAVAILABLE, String.valueOf(e.getMessage()), "", ""));
            return false;
        }
    }
}
