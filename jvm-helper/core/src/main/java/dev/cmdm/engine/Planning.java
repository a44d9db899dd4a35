// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Errors;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.Result;
import dev.cmdm.apply.Observer;
import dev.cmdm.apply.Observer.Observation;
import dev.cmdm.desired.Channel;
import dev.cmdm.desired.Desired;
import dev.cmdm.engine.Surveyor.Survey;
import dev.cmdm.journal.FileJournal;
import dev.cmdm.journal.JournalState;
import dev.cmdm.lint.Finding;
import dev.cmdm.plan.Contact;
import dev.cmdm.plan.Plan;
import dev.cmdm.plan.PlanInput;
import dev.cmdm.plan.Planner;
import dev.cmdm.plan.Policy;
import dev.cmdm.plan.Prepared;
import dev.cmdm.plan.ReasonCode;
import dev.cmdm.plan.Route;
import dev.cmdm.plan.ServerLimits;
import dev.cmdm.plan.Step;
import dev.cmdm.prepare.Preparer;
import dev.cmdm.profile.ProfileIdentifier;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes plans: loads what is declared, reads the Mac, looks at what is pending, and decides. Writes nothing. */
final class Planning {
    /** Reasons that a way which opens after all, or somebody else who owns a profile, makes void. */
    private static final Set<ReasonCode> UNCERTAIN = EnumSet.of(
            ReasonCode.NO_ROUTE,
            ReasonCode.SIGNED_NOT_ACCEPTED,
            ReasonCode.REMOVAL_LIMIT,
            ReasonCode.AFTER_INSTALLS,
            ReasonCode.QUOTA);

    private final Run run;
    private final Surveyor surveyor;

    Planning(Run run) {
        this.run = run;
        this.surveyor = new Surveyor(run);
    }

    /**
     * A plan and what it was made from.
     *
     * @param desired what was declared, filled
     * @param survey the reading of the Mac
     * @param plan the decision
     * @param policy the rules it was made by
     */
    record Made(Desired desired, Survey survey, Plan plan, Policy policy) {}

    /** The answer to a request for a plan. */
    Result.Planned plan(Request request) {
        Request.Declared declared = request.desired().orElseThrow();
        run.claim(declared);
        Desired desired = load(declared);
        Survey survey = surveyor.survey(request.readings());
        FileJournal.Reading journal = known(request.readings());
        Observation observed = observe(journal.state(), survey);
        Survey whole = survey.with(Findings.journal(journal.notes())).with(Findings.queue(observed.troubles()));
        Made made = make(request, desired, whole, journal.state().after(observed.entries()));
        Survey checked = made.survey()
                .with(mdm(made.plan(), request.readings()))
                .with(new SigningCheck(run).check(made.plan(), request.readings()));
        return new Result.Planned(
                header(made),
                made.plan(),
                List.of(),
                Findings.of(made.desired(), checked, run.host().time().now()));
    }

    /** What this machine's journal knows; of another Mac it knows nothing. */
    private FileJournal.Reading known(Request.Readings readings) {
        return readings.elsewhere()
                ? new FileJournal.Reading(JournalState.EMPTY, List.of())
                : FileJournal.read(run.host().stateFolder());
    }

    /** Whether what the plan would send could be sent with these settings; only root may read the credential. */
    private List<Finding> mdm(Plan plan, Request.Readings readings) {
        boolean sends = plan.steps().stream().anyMatch(step -> step.route() == Route.MDM);
        if (!sends || readings.elsewhere() || !run.mac().root()) {
            return List.of();
        }
        try {
            run.mdm().find();
            return List.of();
        } catch (RuntimeException e) {
            return List.of(Findings.mdm(Errors.of(e).message()));
        }
    }

    /** What is declared, with its content. */
    Desired load(Request.Declared declared) {
        return new Desired(
                declared.owner(),
                declared.prefix(),
                declared.profiles().parallelStream().map(run.loader()::load).toList());
    }

    /** A plan; reads more of the Mac when a step depends on it. */
    Made make(Request request, Desired desired, Survey first, JournalState state) {
        List<Prepared> prepared = run.preparer(first.device()).prepare(desired);
        Desired filled = new Desired(
                desired.owner(),
                desired.prefix(),
                prepared.stream().map(Prepared::desired).toList());
        Made made = decide(request, filled, prepared, first, state);
        if (Surveyor.tellAll(request.readings()) || !dependsOnMore(made)) {
            return made;
        }
        return decide(request, filled, prepared, surveyor.deepen(first, request.readings()), state);
    }

    /** Whom a plan is for, in words. */
    Result.Header header(Made made) {
        String scope = made.desired()
                .prefix()
                .map(prefix -> "complete under " + prefix.value())
                .orElse("");
        return new Result.Header(
                made.survey().device(),
                made.survey().exact(),
                run.mdm().words(),
                made.desired().owner().name(),
                scope);
    }

    private Observation observe(JournalState state, Survey survey) {
        if (state.pending().isEmpty()) {
            return Observation.NONE;
        }
        Observer observer = new Observer(run.mdm().find(), run.host().time());
        return observer.observe(state, survey.installed(), survey.device());
    }

    private Made decide(Request request, Desired desired, List<Prepared> prepared, Survey survey, JournalState state) {
        Policy policy = policy(request.options());
        Optional<ServerLimits> limits = run.mdm().capabilities().map(Preparer::limits);
        Plan plan = Planner.plan(new PlanInput(
                desired,
                prepared,
                survey.installed(),
                survey.device(),
                limits,
                state.pending(),
                state.records(),
                new MakingWay(run).migrations(desired, survey.device(), state),
                policy,
                new Contact(survey.installed().findEnrolledAt(), state.reachedAt(), state.deferral()),
                run.host().time().now()));
        return new Made(desired, survey, plan, policy);
    }

    private Policy policy(Request.Options options) {
        return new Policy(
                Policy.DEFAULTS.coolDown(),
                Policy.DEFAULTS.deadline(),
                run.nudgeAfter(),
                run.removalLimit(options),
                run.removals(),
                options.allowEmpty(),
                options.keep().stream().map(ProfileIdentifier::new).collect(Collectors.toSet()));
    }

    /** Whether a step may turn out otherwise once origins and the exact enrollment are known. */
    private static boolean dependsOnMore(Made made) {
        boolean insists = made.desired().profiles().stream()
                .anyMatch(profile -> profile.options().channel() != Channel.AUTO);
        return insists || made.plan().steps().stream().anyMatch(Planning::dependsOnMore);
    }

    private static boolean dependsOnMore(Step step) {
        return step.action().changes() || UNCERTAIN.contains(step.reason().code());
    }
}
