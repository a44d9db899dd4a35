// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.device.Device;
import dev.cmdm.installed.Installed;
import dev.cmdm.journal.Entry;
import dev.cmdm.journal.History;
import dev.cmdm.journal.Journal;
import dev.cmdm.journal.JournalState;
import dev.cmdm.journal.Time;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.Trait;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Pending.Answer;
import dev.cmdm.profile.ProfileKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what became of earlier commands, before anything is decided: by a reading of the Mac, and
 * for what that does not show by one look at the server's queue, or by its results. Whoever only plans folds the
 * entries in; whoever has the journal open lets them be written down.
 */
public final class Observer {
    private final Optional<MdmServer> server;
    private final Results results;
    private final Time time;

    /**
     * An observer.
     *
     * @param server the MDM; nothing when none is configured
     * @param time the clock
     */
    public Observer(Optional<MdmServer> server, Time time) {
        this.server = server;
        this.results = new Results(server, time);
        this.time = time;
    }

    /**
     * What became known.
     *
     * @param entries for the journal, in order
     * @param troubles what could not be found out, one line each for people
     */
    public record Observation(List<Entry> entries, List<String> troubles) {
        /** When nothing is pending. */
        public static final Observation NONE = new Observation(List.of(), List.of());

        public Observation {
            entries = List.copyOf(entries);
            troubles = List.copyOf(troubles);
        }
    }

    /**
     * Looks for all that is pending, and writes nothing; asks the server at most once each, and only for what the Mac
     * does not show.
     */
    public Observation observe(JournalState state, Installed installed, Device device) {
        Map<ProfileKey, Entry> ends = ends(state, new Sight(installed, time.now()));
        JournalState after = state.after(List.copyOf(ends.values()));
        List<Entry> entries = new ArrayList<>(ends.values());
        List<String> troubles = new ArrayList<>();
        entries.addAll(look(after.pending(), device, troubles));
        return new Observation(entries, troubles);
    }

    /**
     * Looks for all that is pending, and writes down what became known.
     *
     * @return what could not be found out, one line each for people
     * @throws dev.cmdm.journal.JournalUnavailableException when it cannot be written; nothing may be sent then
     */
    public List<String> observe(Journal journal, History history, Installed installed, Device device) {
        JournalState before = journal.state();
        Observation observation = observe(before, installed, device);
        Ledger ledger = new Ledger(journal, history, time);
        for (Entry entry : observation.entries()) {
            ledger.add(entry);
            tell(entry, ledger);
        }
        for (Pending sent : before.pending()) {
            if (ledger.state().findPending(sent.key()).isEmpty()) {
                Duration took = Duration.between(sent.sentAt(), time.now());
                ledger.people(sent, "seen", OutcomeWords.seen(sent.removes(), took));
            }
        }
        return observation.troubles();
    }

    private static void tell(Entry entry, Ledger ledger) {
        if (entry instanceof Entry.Answered told) {
            ledger.state().pending().stream()
                    .filter(sent -> sent.commandUuid().equals(told.commandUuid()))
                    .forEach(sent -> ledger.answered(sent, told.report()));
        }
    }

    /** Whether the server tells what the Mac made of commands. */
    boolean tellsResults() {
        return results.told();
    }

    /** What came true, the last one for each profile: what went before that is of no more interest. */
    private static Map<ProfileKey, Entry> ends(JournalState state, Sight sight) {
        Map<ProfileKey, Entry> ends = new LinkedHashMap<>();
        for (Pending sent : state.underway()) {
            if (!ends.containsKey(sent.key())) {
                sight.findEnd(sent).ifPresent(end -> ends.put(sent.key(), end));
            }
        }
        return ends;
    }

    /** What the server tells of commands; nothing when it does not tell, or cannot be asked now. */
    List<Entry> look(List<Pending> sent, Device device, List<String> troubles) {
        List<Entry> entries = new ArrayList<>(lookAtQueue(sent, device, troubles));
        entries.addAll(results.ask(sent, device, troubles));
        return entries;
    }

    private List<Entry> lookAtQueue(List<Pending> sent, Device device, List<String> troubles) {
        Optional<MdmServer> telling =
                server.filter(mdm -> !sent.isEmpty() && mdm.capabilities().has(Trait.TELLS_QUEUE));
        try {
            return telling.flatMap(mdm -> mdm.findQueued(device))
                    .map(queue -> entries(sent, queue))
                    .orElse(List.of());
        } catch (MdmUnavailableException e) {
            troubles.add("what is queued at the MDM could not be found out: " + e.getMessage());
            return List.of();
        }
    }

    private List<Entry> entries(List<Pending> sent, Set<String> queue) {
        List<Entry> entries = new ArrayList<>();
        for (Pending attempt : sent) {
            String id = attempt.commandUuid();
            boolean found = queue.contains(id);
            if (found && attempt.answer() == Answer.UNANSWERED) {
                entries.add(new Entry.Queued(time.now(), id));
            }
            if (found || !Results.isOnItsWay(attempt, time.now())) {
                entries.add(new Entry.Looked(time.now(), id, found));
            }
        }
        return entries;
    }
}
