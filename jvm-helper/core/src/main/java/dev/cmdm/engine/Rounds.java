// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.apply.Outcome;
import dev.cmdm.engine.Planning.Made;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Plan;
import dev.cmdm.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What several rounds of one request did together: a step that changed the Mac stays told although a
 * later round finds it in place.
 */
final class Rounds {
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private @Nullable Made last;

    void add(Made made, List<Outcome> brought) {
        for (Step step : made.plan().steps()) {
            boolean told = Optional.ofNullable(outcomes.get(step.id()))
                    .filter(outcome -> outcome.result() == Outcome.Result.DONE)
                    .isPresent();
            if (!told || step.action() != Action.KEEP) {
                steps.put(step.id(), step);
            }
        }
        brought.forEach(outcome -> outcomes.put(outcome.stepId(), outcome));
        last = made;
    }

    Made last() {
        return java.util.Objects.requireNonNull(last, "no round was added");
    }

    /** The steps in the order of reading, under the digest of the last round's plan. */
    Plan plan() {
        List<Step> ordered = new ArrayList<>(steps.values());
        ordered.sort(java.util.Comparator.comparing(Step::action).thenComparing(Step::id));
        return new Plan(last().plan().digest(), ordered);
    }

    List<Outcome> outcomes() {
        return List.copyOf(outcomes.values());
    }
}
