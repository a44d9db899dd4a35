// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.desired.Ensure;
import dev.cmdm.journal.JournalState;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.ReasonCode;
import dev.cmdm.plan.Route;
import dev.cmdm.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what became of each step, and tells it in the plan's order. */
final class Outcomes {
    /** Reasons of a step that waits for its own command. */
    private static final Set<ReasonCode> OWN_WAITS = EnumSet.of(
            ReasonCode.SENT_NOT_SEEN, ReasonCode.ANSWER_LOST, ReasonCode.NO_LONGER_QUEUED, ReasonCode.REFUSED_BY_MAC);

    private final Task task;
    private final Map<String, Outcome> known = new LinkedHashMap<>();
    private final Map<String, Awaited> awaited = new LinkedHashMap<>();
    private final Map<String, Awaited> doubtful = new LinkedHashMap<>();

    Outcomes(Task task) {
        this.task = task;
    }

    void failed(Step step, Failure failure) {
        known.put(
                step.id(),
                failure.kind() == Failure.Kind.QUOTA
                        ? Outcome.deferred(step.id(), failure)
                        : Outcome.failed(step.id(), failure));
    }

    void skipped(Step step, String words) {
        known.put(step.id(), Outcome.skipped(step.id(), words));
    }

    void done(Step step, Optional<Pending> sent, String words) {
        known.put(step.id(), Outcome.done(step.id(), sent, words));
    }

    /** Notes a change that a tool says it did not make, which only a reading proves. */
    void doubt(Awaited change, Failure failure) {
        doubtful.put(change.step().id(), change);
        failed(change.step(), failure);
    }

    void await(Awaited change) {
        awaited.put(change.step().id(), change);
    }

    boolean isKnown(Step step) {
        return known.containsKey(step.id());
    }

    List<Awaited> awaited() {
        return List.copyOf(awaited.values());
    }

    List<Awaited> doubtful() {
        return List.copyOf(doubtful.values());
    }

    /** One for each step but those that keep. */
    List<Outcome> list(Watch watch, JournalState state, Instant now) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Step step : task.plan().steps()) {
            if (step.action() != Action.KEEP) {
                outcomes.add(of(step, watch, state, now));
            }
        }
        return outcomes;
    }

    private Outcome of(Step step, Watch watch, JournalState state, Instant now) {
        boolean seenInSpite = doubtful.containsKey(step.id()) && watch.seen().containsKey(step.id());
        if (known.containsKey(step.id()) && !seenInSpite) {
            return known.get(step.id());
        }
        if (step.action() == Action.BLOCKED) {
            return step.error()
                    .map(error -> Outcome.failed(
                            step.id(), new Failure(Failure.Kind.BROKEN, String.valueOf(error.getMessage()), "", "")))
                    .orElseGet(() -> Outcome.skipped(step.id(), step.reason().text()));
        }
        Optional<Pending> sent = Optional.ofNullable(awaited.get(step.id())).flatMap(Awaited::sent);
        Optional<Duration> took =
                Optional.ofNullable(watch.seen().get(step.id())).filter(seen -> asksForIt(step));
        if (took.isPresent()) {
            boolean removal = step.ensure() == Ensure.ABSENT;
            return Outcome.done(step.id(), sent, OutcomeWords.seen(removal, took.orElseThrow()));
        }
        Optional<Pending> underway = step.key().flatMap(state::findPending);
        if (step.action() == Action.WAIT) {
            return waiting(step, underway);
        }
        return step.route() == Route.LOCAL && watch.sawTheMac()
                ? Outcome.failed(step.id(), withoutEffect(step))
                : unseen(step, underway, watch.trouble(), now);
    }

    /** Whether what was underway under the key of a step is what the step is about, and nothing before it. */
    private static boolean asksForIt(Step step) {
        return step.action() != Action.WAIT || OWN_WAITS.contains(step.reason().code());
    }

    private Outcome waiting(Step step, Optional<Pending> underway) {
        String words = step.reason().text();
        return switch (step.reason().code()) {
            case NO_LONGER_QUEUED -> failed(step, underway, noLongerQueued(step), words);
            case REFUSED_BY_MAC -> failed(step, underway, refusedByMac(words), words);
            default -> pending(step, Outcome.Result.PENDING, underway, Optional.empty(), words);
        };
    }

    private Outcome failed(Step step, Optional<Pending> underway, Failure failure, String words) {
        return pending(step, Outcome.Result.FAILED, underway, Optional.of(failure), words);
    }

    private static Failure withoutEffect(Step step) {
        String effect = step.ensure() == Ensure.ABSENT ? "it is still on this Mac" : "it is not on this Mac";
        return new Failure(
                Failure.Kind.NOT_SEEN,
                "profiles told of no trouble, and " + effect,
                "",
                "look into this Mac's log for what profiles did");
    }

    private static Failure noLongerQueued(Step step) {
        return new Failure(
                Failure.Kind.NO_LONGER_QUEUED,
                step.reason().text(),
                "",
                "the Mac may have refused it; look into its Console, or at the MDM's webhook");
    }

    private static Failure refusedByMac(String words) {
        return new Failure(
                Failure.Kind.REFUSED_BY_MAC,
                words,
                "",
                "correct the profile, or what stands in its way on this Mac (cmdm status)");
    }

    /** What was sent in this run; after a deadline that passed it counts as failed until it is seen. */
    private Outcome unseen(Step step, Optional<Pending> underway, Optional<Failure> trouble, Instant now) {
        String words = underway.map(sent -> OutcomeWords.underway(sent, Duration.between(sent.lastSentAt(), now)))
                .orElse("asked for, not seen yet");
        Optional<Pending> refused = underway.filter(sent -> sent.isReported(Pending.Report.Status.REFUSED));
        if (refused.isPresent()) {
            String told = OutcomeWords.reported(refused.orElseThrow().report().orElseThrow());
            return failed(step, underway, refusedByMac(told), told);
        }
        if (step.reason().code() == ReasonCode.NOT_SEEN_IN_TIME) {
            Failure late = new Failure(
                    Failure.Kind.NOT_SEEN,
                    step.reason().text(),
                    "",
                    "see whether the Mac is in touch with its MDM (cmdm doctor)");
            return failed(step, underway, late, words);
        }
        return pending(step, Outcome.Result.PENDING, underway, trouble, words);
    }

    private Outcome pending(
            Step step, Outcome.Result result, Optional<Pending> underway, Optional<Failure> error, String words) {
        return new Outcome(
                step.id(),
                result,
                underway.map(Pending::sentAt),
                underway.map(this::notBefore),
                underway.map(Pending::commandUuid),
                error,
                words);
    }

    private Instant notBefore(Pending sent) {
        return sent.lastSentAt()
                .plus(sent.held() ? task.policy().nudgeAfter() : task.policy().coolDown());
    }
}
