// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import java.util.Optional;

/** While the MDM takes no more, what would go by it waits, so that a run asks it for nothing at all. */
final class DeferralRule {
    private final Optional<Reason> waiting;

    DeferralRule(PlanInput input) {
        this.waiting = input.contact()
                .deferral()
                .filter(deferral -> deferral.holds(input.now()))
                .map(deferral -> new Reason(ReasonCode.QUOTA, deferral.words()));
    }

    /** The step itself, or the one that waits in its place. */
    Step over(Step step) {
        return step.action().changes() && step.route() == Route.MDM
                ? waiting.map(step::waiting).orElse(step)
                : step;
    }
}
