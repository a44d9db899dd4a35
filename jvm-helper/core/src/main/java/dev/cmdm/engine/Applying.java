// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Event;
import dev.cmdm.answer.ForeignPlanException;
import dev.cmdm.answer.NotRootException;
import dev.cmdm.answer.PlanChangedException;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.Result;
import dev.cmdm.answer.Result.OutcomeInfo;
import dev.cmdm.apply.Applier;
import dev.cmdm.apply.Observer;
import dev.cmdm.apply.Outcome;
import dev.cmdm.apply.Surroundings;
import dev.cmdm.apply.Task;
import dev.cmdm.desired.Desired;
import dev.cmdm.device.Device;
import dev.cmdm.engine.Planning.Made;
import dev.cmdm.engine.Surveyor.Survey;
import dev.cmdm.journal.FileJournal;
import dev.cmdm.lint.Finding;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Plan;
import dev.cmdm.plan.ReasonCode;
import dev.cmdm.plan.Route;
import dev.cmdm.plan.Step;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Carries out what is declared: holds the journal from before the plan is made until the last reading,
 * and plans once more where seeing one profile lets another go.
 */
final class Applying {
    /** Enough for a probe, what migrates after it, what that replaces, and what waits for everything. */
    private static final int MAXIMUM_ROUNDS = 4;

    private static final Set<ReasonCode> OPENED_BY_SEEING =
            EnumSet.of(ReasonCode.AFTER_INSTALLS, ReasonCode.AFTER_SUCCESSOR, ReasonCode.AFTER_PROBE);

    private final Run run;
    private final Planning planning;
    private final Consumer<Event> events;

    Applying(Run run, Consumer<Event> events) {
        this.run = run;
        this.planning = new Planning(run);
        this.events = events;
    }

    /** The answer to a request to apply. */
    Result.Planned apply(Request request) {
        if (run.audit(request.options())) {
            return looked(request);
        }
        if (!run.mac().root()) {
            throw new NotRootException();
        }
        Request.Declared declared = request.desired().orElseThrow();
        run.claim(declared);
        Desired desired = planning.load(declared);
        try (FileJournal journal = run.journal()) {
            return rounds(request, desired, journal);
        }
    }

    private Result.Planned looked(Request request) {
        Result.Planned planned = planning.plan(request);
        checkShown(request, planned.header().device(), planned.plan());
        return planned;
    }

    private Result.Planned rounds(Request request, Desired desired, FileJournal journal) {
        Duration begun = run.host().time().elapsed();
        Rounds rounds = new Rounds();
        List<Finding> signing = List.of();
        for (int round = 1; round <= MAXIMUM_ROUNDS; round++) {
            Settled settled = new Settled(journal.state());
            Made made = planning.make(request, desired, survey(request, journal, round), journal.state());
            if (round == 1) {
                checkShown(request, made.survey().device(), made.plan());
                signing = new SigningCheck(run).check(made.plan(), request.readings());
            }
            List<Outcome> outcomes = carryOut(request, made, journal, left(request, begun));
            rounds.add(
                    made,
                    settled.outcomes(
                            made.plan(), journal.state(), run.host().time().now()));
            rounds.add(made, outcomes);
            if (!letsMoreGo(made, outcomes)) {
                break;
            }
        }
        List<OutcomeInfo> told = rounds.outcomes().stream()
                .map(outcome -> Outcomes.info(outcome, rounds.plan().find(outcome.stepId())))
                .toList();
        return new Result.Planned(
                planning.header(rounds.last()),
                rounds.plan(),
                told,
                Findings.of(
                        rounds.last().desired(),
                        rounds.last().survey().with(signing),
                        run.host().time().now()));
    }

    /** A reading of the Mac, and what it and the server's queue tell of earlier commands, written down. */
    private Survey survey(Request request, FileJournal journal, int round) {
        Request.Readings given = round == 1 ? request.readings() : Request.Readings.NONE;
        Survey survey = new Surveyor(run).survey(given).with(Findings.journal(journal.notes()));
        if (journal.state().pending().isEmpty()) {
            return survey;
        }
        Observer observer = new Observer(run.mdm().find(), run.host().time());
        return survey.with(
                Findings.queue(observer.observe(journal, run.history(), survey.installed(), survey.device())));
    }

    private List<Outcome> carryOut(Request request, Made made, FileJournal journal, Duration patience) {
        Plan chosen = chosen(made.plan(), request.options());
        SigningCheck.sign(chosen);
        Optional<MdmServer> server = sends(chosen) ? run.mdm().find() : Optional.empty();
        Surroundings surroundings = new Surroundings(
                run.host().time(),
                run.host().ids(),
                run::stopped,
                event -> events.accept(new Event(Event.Kind.PROGRESS, event.step(), event.text())));
        Applier applier = new Applier(run.mac(), server, journal, run.history(), run.keep(), surroundings);
        List<Outcome> outcomes = applier.apply(new Task(
                chosen, made.desired(), made.survey().installed(), made.survey().device(), made.policy(), patience));
        run.removed(undeclared(chosen));
        return outcomes;
    }

    private Duration left(Request request, Duration begun) {
        Duration whole = Duration.ofSeconds(run.waitSeconds(request.options()));
        Duration left = whole.minus(run.host().time().elapsed().minus(begun));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Plan chosen(Plan plan, Request.Options options) {
        if (options.only().isEmpty()) {
            return plan;
        }
        boolean probes = plan.steps().stream()
                .anyMatch(step ->
                        options.only().contains(step.id()) && step.reason().code() == ReasonCode.AFTER_PROBE);
        List<Step> steps = plan.steps().stream()
                .filter(step -> options.only().contains(step.id()) || belongs(step, probes))
                .toList();
        return new Plan(plan.digest(), steps);
    }

    /** Whether nobody can choose a step, for it is cmdm's own: a probe, or what an interrupted run left to repair. */
    private static boolean belongs(Step step, boolean probes) {
        return switch (step.reason().code()) {
            case PROBE -> probes;
            case PROBE_OVER -> true;
            default -> step.delivery().flatMap(Step.Delivery::onBehalfOf).isPresent();
        };
    }

    /** The Mac comes first: two that have the same and want the same have plans of one digest. */
    private static void checkShown(Request request, Device mac, Plan plan) {
        Optional<Request.Shown> shown = request.options().shown();
        if (shown.flatMap(Request.Shown::udid)
                .filter(udid -> !udid.equalsIgnoreCase(mac.udid()))
                .isPresent()) {
            throw new ForeignPlanException();
        }
        if (shown.filter(seen -> !seen.digest().equals(plan.digest())).isPresent()) {
            throw new PlanChangedException();
        }
    }

    private static boolean sends(Plan plan) {
        return plan.steps().stream().anyMatch(step -> step.action().changes() && step.route() == Route.MDM);
    }

    private static int undeclared(Plan plan) {
        return (int) plan.steps().stream()
                .filter(step -> step.action() == Action.REMOVE)
                .filter(step -> step.reason().code() == ReasonCode.NO_LONGER_DECLARED)
                .count();
    }

    /** Whether something was seen now that a waiting step waits for. */
    private static boolean letsMoreGo(Made made, List<Outcome> outcomes) {
        boolean waiting = made.plan().steps().stream()
                .map(step -> step.reason().code())
                .anyMatch(code -> OPENED_BY_SEEING.contains(code));
        return waiting && outcomes.stream().anyMatch(outcome -> outcome.result() == Outcome.Result.DONE);
    }
}
