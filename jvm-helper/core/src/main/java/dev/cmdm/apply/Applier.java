// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.installed.Installed;
import dev.cmdm.journal.History;
import dev.cmdm.journal.Journal;
import dev.cmdm.journal.Keep;
import dev.cmdm.macos.Mac;
import dev.cmdm.macos.StateUnreadableException;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.plan.Migration;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.ReasonCode;
import dev.cmdm.plan.Route;
import dev.cmdm.plan.Step;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carries out a plan: first what it takes as it stands is written down, then everything is sent or given
 * to Apple's own tool, removals last, then all of it is waited for together. Each effect is written down before it or is
 * found again after it, so that the next run goes on wherever this one ends.
 */
public final class Applier {
    /** Reasons to send anew what may have arrived since the plan's reading. */
    private static final Set<ReasonCode> AGAIN = EnumSet.of(
            ReasonCode.NEVER_QUEUED,
            ReasonCode.KNOWN_LOST,
            ReasonCode.ENROLLED_ANEW,
            ReasonCode.NUDGED,
            ReasonCode.NOT_SEEN_IN_TIME);

    private final Mac mac;
    private final Optional<MdmServer> server;
    private final Journal journal;
    private final History history;
    private final Keep keep;
    private final Surroundings surroundings;

    /**
     * An applier.
     *
     * @param mac the Mac
     * @param server the MDM; nothing when none is configured, and then no step may send
     * @param journal open for writing since before the plan was made
     * @param history for people
     * @param keep where content is kept whose local copy makes way
     * @param surroundings what else it depends on
     */
    public Applier(
            Mac mac,
            Optional<MdmServer> server,
            Journal journal,
            History history,
            Keep keep,
            Surroundings surroundings) {
        this.mac = mac;
        this.server = server;
        this.journal = journal;
        this.history = history;
        this.keep = keep;
        this.surroundings = surroundings;
    }

    /** Carries out a plan and tells what became of each step that does not simply keep, in the plan's order. */
    public List<Outcome> apply(Task task) {
        Ledger ledger = new Ledger(journal, history, surroundings.time());
        Job job = new Job(task, ledger, surroundings);
        Upkeep upkeep = new Upkeep(task, ledger, surroundings.time());
        upkeep.adopt();
        upkeep.closeMigrations();
        Outcomes outcomes = new Outcomes(task);
        carryOut(job, outcomes);
        Observer observer = new Observer(server, surroundings.time());
        Watch watch = new Watch(mac, observer, job, outcomes);
        watch.run();
        upkeep.giveUp();
        keep.retain(ledger.state().migrations().stream().map(Migration::key).collect(Collectors.toSet()));
        return outcomes.list(watch, ledger.state(), job.now());
    }

    /** What comes by MDM, what comes by Apple's own tool, and then what goes, so that nothing goes too early. */
    private void carryOut(Job job, Outcomes outcomes) {
        Order order = new Order(job.task());
        LocalChanges local = new LocalChanges(mac, job, outcomes);
        List<Step> installs = order.installs(Route.MDM);
        List<Step> migrations = order.migrations();
        List<Step> removals = order.removals(Route.MDM);
        List<Step> all =
                Stream.of(installs, migrations, removals).flatMap(List::stream).toList();
        Installed installed = readAgain(job, outcomes, all);
        Optional<Sender> sender = all.isEmpty() ? Optional.empty() : Optional.of(new Sender(mdm(), job));
        sender.ifPresent(open -> installs.forEach(step -> send(step, open, installed, outcomes)));
        sender.map(open -> new Migrator(mac, open, keep, job))
                .ifPresent(migrator -> migrations.forEach(step -> migrate(step, migrator, outcomes)));
        order.installs(Route.LOCAL).forEach(local::install);
        sender.ifPresent(open -> removals.forEach(step -> send(step, open, installed, outcomes)));
        order.removals(Route.LOCAL).forEach(local::remove);
    }

    private void send(Step step, Sender sender, Installed installed, Outcomes outcomes) {
        carryOut(step, outcomes, () -> sender.send(step, installed));
    }

    private void migrate(Step step, Migrator migrator, Outcomes outcomes) {
        carryOut(step, outcomes, () -> migrator.migrate(step));
    }

    private void carryOut(Step step, Outcomes outcomes, Supplier<Sender.Sent> call) {
        if (outcomes.isKnown(step)) {
            return;
        }
        if (new Pause(surroundings).stopped()) {
            outcomes.skipped(step, "not sent, for the run was stopped");
            return;
        }
        Sender.Sent sent = call.get();
        if (sent instanceof Sender.Sent.Underway underway) {
            outcomes.await(Awaited.byMdm(step, underway.attempt(), elapsed()));
        } else {
            outcomes.failed(step, ((Sender.Sent.Failed) sent).failure());
        }
    }

    /**
     * Reads the Mac once more before anything is sent that may have arrived by now; what did is done,
     * and what cannot be told is not sent.
     */
    private Installed readAgain(Job job, Outcomes outcomes, List<Step> steps) {
        List<Step> again = steps.stream()
                .filter(step -> AGAIN.contains(step.reason().code()))
                .toList();
        if (again.isEmpty()) {
            return job.task().installed();
        }
        try {
            Installed installed = mac.readInstalled();
            Sight sight = new Sight(installed, job.now());
            again.forEach(step -> settle(step, sight, job, outcomes));
            return installed;
        } catch (StateUnreadableException e) {
            Failure failure = new Failure(Failure.Kind.STATE_UNREADABLE, String.valueOf(e.getMessage()), "", "");
            again.forEach(step -> outcomes.failed(step, failure));
            return job.task().installed();
        }
    }

    private void settle(Step step, Sight sight, Job job, Outcomes outcomes) {
        Optional<Pending> sent = step.key().flatMap(job.ledger().state()::findPending);
        sent.flatMap(sight::findEnd).ifPresent(end -> {
            Duration took = job.seen(end, step.id(), sent.orElseThrow());
            outcomes.done(step, sent, OutcomeWords.seen(sent.orElseThrow().removes(), took));
        });
    }

    private MdmServer mdm() {
        return server.orElseThrow(
                () -> new IllegalArgumentException("the plan sends by MDM, and no MDM server was given"));
    }

    private Duration elapsed() {
        return surroundings.time().elapsed();
    }
}
