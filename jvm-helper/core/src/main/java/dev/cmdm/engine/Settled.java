// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.apply.Outcome;
import dev.cmdm.journal.JournalState;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Plan;
import dev.cmdm.plan.Step;
import dev.cmdm.plan.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What earlier runs sent and this run is the first to see: it sends nothing for it and tells that it is
 * done, so that whoever waits for that is notified once.
 */
final class Settled {
    private final JournalState before;

    /** What was known before this run looked. */
    Settled(JournalState before) {
        this.before = before;
    }

    /** The outcomes of steps that keep what was pending before and is no longer. */
    List<Outcome> outcomes(Plan plan, JournalState after, Instant now) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Step step : plan.steps()) {
            Optional<Pending> sent = step.key().flatMap(before::findPending);
            boolean seen = step.key().flatMap(after::findPending).isEmpty();
            if (step.action() == Action.KEEP && sent.isPresent() && seen) {
                outcomes.add(done(step, sent.orElseThrow(), now));
            }
        }
        return outcomes;
    }

    private static Outcome done(Step step, Pending sent, Instant now) {
        String ago = Words.ago(Duration.between(sent.sentAt(), now));
        String words = (sent.removes() ? "gone from this Mac, removed " : "on this Mac, sent ") + ago;
        return new Outcome(
                step.id(),
                Outcome.Result.DONE,
                Optional.of(sent.sentAt()),
                Optional.empty(),
                Optional.of(sent.commandUuid()),
                Optional.empty(),
                words);
    }
}
