// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.installed.Installed;
import dev.cmdm.journal.Entry;
import dev.cmdm.macos.Mac;
import dev.cmdm.macos.StateUnreadableException;
import dev.cmdm.plan.Pending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Waits once for all that was asked for: reads the Mac again and again, less and less often, and writes
 * down what it sees. Asks the server's queue twice, for what the first reading did not show and for what
 * the last did not: a command that was there at first and is not there at last was fetched by the Mac. A server that
 * tells results is asked in between too, less and less often, and what the Mac refused is not waited for.
 */
final class Watch {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int UNREADABLE_IN_A_ROW = 4;

    private final Mac mac;
    private final Observer observer;
    private final Job job;
    private final Map<String, Duration> seen = new LinkedHashMap<>();
    private final List<Awaited> open;
    private final List<Awaited> doubtful;
    private Optional<Failure> trouble = Optional.empty();
    private boolean sawTheMac;
    private int unreadable;

    Watch(Mac mac, Observer observer, Job job, Outcomes asked) {
        this.mac = mac;
        this.observer = observer;
        this.job = job;
        this.open = new ArrayList<>(asked.awaited());
        this.doubtful = new ArrayList<>(asked.doubtful());
    }

    /** How long after it was asked for each step was seen, by its id. */
    Map<String, Duration> seen() {
        return seen;
    }

    /** Why the Mac could not be read at last, if it could not. */
    Optional<Failure> trouble() {
        return trouble;
    }

    /** Whether the last reading that was made could be understood. */
    boolean sawTheMac() {
        return sawTheMac;
    }

    /**
     * Waits until all was seen, the patience is over, an end is wanted, or the Mac cannot be read. What a tool
     * refused is not waited for, only looked for.
     */
    void run() {
        if (open.isEmpty() && !doubtful.isEmpty()) {
            read();
            return;
        }
        Pause pause = job.pause();
        Duration end = job.elapsed().plus(job.task().patience());
        Duration span = FIRST_PAUSE;
        LookTimes looks = new LookTimes(observer.tellsResults());
        while (!open.isEmpty() && !pause.stopped()) {
            Duration left = end.minus(job.elapsed());
            pause.of(left.compareTo(span) < 0 ? left : span);
            read();
            boolean last = job.elapsed().compareTo(end) >= 0 || unreadable >= UNREADABLE_IN_A_ROW;
            if (looks.isTime(job.elapsed()) || last) {
                look();
            }
            if (last) {
                return;
            }
            tell();
            span = longer(span);
        }
    }

    private static Duration longer(Duration span) {
        Duration longer = span.multipliedBy(3).dividedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private void read() {
        try {
            mark(mac.readInstalled());
            unreadable = 0;
            sawTheMac = true;
            trouble = Optional.empty();
        } catch (StateUnreadableException e) {
            unreadable++;
            sawTheMac = false;
            trouble = Optional.of(new Failure(Failure.Kind.STATE_UNREADABLE, String.valueOf(e.getMessage()), "", ""));
        }
    }

    private void mark(Installed installed) {
        Sight sight = new Sight(installed, job.now());
        mark(open, sight);
        mark(doubtful, sight);
        earlier(sight);
    }

    private void mark(List<Awaited> changes, Sight sight) {
        for (Iterator<Awaited> all = changes.iterator(); all.hasNext(); ) {
            Awaited awaited = all.next();
            Optional<Entry> end = awaited.findEnd(sight);
            if (end.isPresent()) {
                all.remove();
                end(awaited, end.orElseThrow());
            }
        }
    }

    private void end(Awaited awaited, Entry end) {
        String id = awaited.step().id();
        Duration took = job.elapsed().minus(awaited.asked());
        seen.put(id, took);
        job.seen(end, id, job.owner(), awaited.step().key().orElseThrow(), OutcomeWords.seen(awaited.removes(), took));
    }

    /** What earlier runs left pending is not waited for, only noticed. */
    private void earlier(Sight sight) {
        for (Pending sent : job.ledger().state().pending()) {
            String id = sent.key().toString();
            sight.findEnd(sent).ifPresent(end -> seen.put(id, job.seen(end, id, sent)));
        }
    }

    private void look() {
        List<Pending> underway =
                open.stream().flatMap(awaited -> awaited.sent().stream()).toList();
        News news = new News(job);
        observer.look(underway, job.task().device(), new ArrayList<>()).forEach(entry -> news.hear(entry, open));
        open.replaceAll(awaited -> job.ledger()
                .state()
                .findPending(awaited.step().key().orElseThrow())
                .filter(known -> awaited.isOf(known.commandUuid()))
                .map(awaited::with)
                .orElse(awaited));
        open.removeIf(Awaited::refused);
    }

    private void tell() {
        if (!open.isEmpty()) {
            String words = "waiting for the Mac: " + seen.size() + " of " + (seen.size() + open.size()) + " seen";
            job.surroundings().progress().tell(new Progress.Event(Progress.Kind.WAITING, "", words));
        }
    }
}
