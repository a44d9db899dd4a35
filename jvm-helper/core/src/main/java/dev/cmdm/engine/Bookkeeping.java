// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.NotRootException;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.Result;
import dev.cmdm.answer.Standing;
import dev.cmdm.desired.Owner;
import dev.cmdm.journal.Entry;
import dev.cmdm.journal.FileHistory;
import dev.cmdm.journal.FileJournal;
import dev.cmdm.journal.History;
import dev.cmdm.journal.JournalState;
import dev.cmdm.plan.Contact;
import dev.cmdm.plan.Migration;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Policy;
import dev.cmdm.plan.Prospect;
import dev.cmdm.plan.Words;
import dev.cmdm.profile.ProfileKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What the journal and the history tell by themselves, and what a person may take out of the journal. */
final class Bookkeeping {
    private static final String BY_HAND = "by hand";

    private final Run run;

    Bookkeeping(Run run) {
        this.run = run;
    }

    /** What is pending or failed; neither the Mac nor the MDM is asked. */
    Result.Status status(Request.Arguments about) {
        Instant now = run.host().time().now();
        Policy policy = Policy.DEFAULTS.nudging(run.nudgeAfter());
        FileJournal.Reading journal = FileJournal.read(run.host().stateFolder());
        List<Standing> standings = journal.state().pending().stream()
                .filter(sent -> about.identifiers().isEmpty() || about.isAbout(sent.key()))
                .sorted(Comparator.comparing(Pending::key))
                .map(sent -> Standing.of(sent, new Prospect(sent, policy, Contact.UNKNOWN, now)))
                .toList();
        List<String> notes = new ArrayList<>(journal.notes());
        journal.state().migrations().stream()
                .filter(open -> about.identifiers().isEmpty() || about.isAbout(open.key()))
                .filter(open -> open.putBackAt().isEmpty()
                        && journal.state().findPending(open.key()).isEmpty())
                .map(open -> note(open, now))
                .forEach(notes::add);
        journal.state()
                .deferral()
                .filter(said -> said.holds(now))
                .ifPresent(said -> notes.add(said.words() + " (" + said.server() + ")"));
        return new Result.Status(standings, notes);
    }

    private static String note(Migration open, Instant now) {
        return open.key() + ": its local copy was to make way for the MDM's "
                + Words.ago(Duration.between(open.startedAt(), now))
                + ", and the MDM's was not seen; the next run repairs"
                + " that (owner " + open.owner().name() + ")";
    }

    /** What was sent and what came of it, the youngest last. */
    Result.Past history(Request.Arguments about) {
        List<History.Line> lines = FileHistory.read(run.host().stateFolder(), Integer.MAX_VALUE).stream()
                .filter(line -> about.identifiers().isEmpty()
                        || about.identifiers().contains(line.event().profile()))
                .toList();
        return new Result.Past(lines.subList(Math.max(0, lines.size() - about.limit()), lines.size()));
    }

    /** Lets the next run send anew what is pending for profiles. */
    Result.Released retry(Request.Arguments about) {
        return release("retried", state -> pending(state, about), (journal, key) -> {
            String command = journal.state().findPending(key).orElseThrow().commandUuid();
            journal.add(new Entry.GivenUp(run.host().time().now(), command, BY_HAND));
        });
    }

    /** Lets go of profiles: the next run meets them as if it had never sent or recorded them. */
    Result.Released forget(Request.Arguments about) {
        return release(
                "forgotten",
                state -> known(state, about),
                (journal, key) ->
                        journal.add(new Entry.Forgotten(run.host().time().now(), key)));
    }

    private interface Change {
        void make(FileJournal journal, ProfileKey key);
    }

    private Result.Released release(String word, Function<JournalState, Set<ProfileKey>> which, Change change) {
        if (!run.mac().root()) {
            throw new NotRootException();
        }
        try (FileJournal journal = run.journal()) {
            List<ProfileKey> keys = List.copyOf(which.apply(journal.state()));
            for (ProfileKey key : keys) {
                change.make(journal, key);
                run.history()
                        .add(new History.Event(
                                run.host().time().now(), Owner.CLI.name(), word, key.toString(), BY_HAND));
            }
            return new Result.Released(keys);
        }
    }

    private static Set<ProfileKey> pending(JournalState state, Request.Arguments about) {
        Set<ProfileKey> keys = new TreeSet<>();
        state.pending().stream().map(Pending::key).filter(about::isAbout).forEach(keys::add);
        return keys;
    }

    private static Set<ProfileKey> known(JournalState state, Request.Arguments about) {
        Set<ProfileKey> keys = pending(state, about);
        state.records().stream()
                .map(known -> known.key())
                .filter(about::isAbout)
                .forEach(keys::add);
        state.migrations().stream().map(Migration::key).filter(about::isAbout).forEach(keys::add);
        return keys;
    }
}
