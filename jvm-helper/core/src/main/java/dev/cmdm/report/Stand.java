// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.Result;
import dev.cmdm.answer.Result.Outcome;
import dev.cmdm.answer.Result.OutcomeInfo;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Step;
import java.util.Locale;
import java.util.Optional;

/** How a step stands, from the worst down: each step of a page is shown and counted as one of these. */
enum Stand {
    /** When it was tried, or its content is broken, and it failed. */
    FAILED("failed"),
    /** When it ought to change and cannot. */
    BLOCKED("blocked"),
    /** When the profile would go. */
    REMOVE("to remove"),
    /** When a local copy would make way for the MDM's. */
    MIGRATE("to migrate"),
    /** When the profile would be replaced. */
    REPLACE("to replace"),
    /** When the profile would come. */
    INSTALL("to install"),
    /** When it was not tried. */
    SKIPPED("skipped"),
    /** When it was sent and is not seen yet. */
    PENDING("pending"),
    /** When something must be seen before it goes on. */
    WAIT("waiting"),
    /** When it was seen to be true. */
    DONE("done"),
    /** When nothing is to be done. */
    KEEP("in place");

    private final String words;

    Stand(String words) {
        this.words = words;
    }

    /** What a number of them is called. */
    String words() {
        return words;
    }

    /** The class of the page's look. */
    String look() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Stand of(Result.Planned planned, Step step) {
        Optional<Outcome> outcome = ApplyText.outcome(planned, step).map(OutcomeInfo::outcome);
        if (step.action() == Action.BLOCKED) {
            return outcome.filter(Outcome.FAILED::equals).isPresent() ? FAILED : BLOCKED;
        }
        return outcome.map(Stand::of).orElseGet(() -> of(step.action()));
    }

    private static Stand of(Outcome outcome) {
        return switch (outcome) {
            case DONE -> DONE;
            case PENDING -> PENDING;
            case SKIPPED -> SKIPPED;
            case FAILED -> FAILED;
        };
    }

    private static Stand of(Action action) {
        return switch (action) {
            case REMOVE -> REMOVE;
            case MIGRATE -> MIGRATE;
            case REPLACE -> REPLACE;
            case INSTALL -> INSTALL;
            case WAIT -> WAIT;
            case BLOCKED -> BLOCKED;
            case KEEP -> KEEP;
        };
    }
}
