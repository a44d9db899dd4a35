// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Errors;
import dev.cmdm.answer.Request;
import dev.cmdm.lint.Finding;
import dev.cmdm.plan.Form;
import dev.cmdm.plan.Plan;
import dev.cmdm.plan.Step;
import dev.cmdm.sign.SigningIdentity;
import java.util.List;
import java.util.Optional;

/** Signs what a plan sends signed before anything of it is sent, and tells beforehand whether that could be done. */
final class SigningCheck {
    private final Run run;

    SigningCheck(Run run) {
        this.run = run;
    }

    /**
     * Makes all that a plan sends, on all processors: an identity that cannot sign is trouble of the whole run, and
     * nothing was sent by then.
     */
    static void sign(Plan plan) {
        Crew.each(toSign(plan), Form::content, unused -> {});
    }

    /** What stands in the way of signing, and what is odd about who signs; only root may read the key. */
    List<Finding> check(Plan plan, Request.Readings readings) {
        Optional<SigningIdentity> identity = run.identity();
        if (identity.isEmpty()
                || toSign(plan).isEmpty()
                || readings.elsewhere()
                || !run.mac().root()) {
            return List.of();
        }
        try {
            identity.orElseThrow().signer();
            return identity.orElseThrow().warnings().stream()
                    .map(Findings::identity)
                    .toList();
        } catch (RuntimeException e) {
            return List.of(Findings.identity(Errors.of(e)));
        }
    }

    private static List<Form> toSign(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step.action().changes())
                .flatMap(step -> step.delivery().stream())
                .map(Step.Delivery::form)
                .filter(form -> form.kind() == Form.Kind.SIGNED)
                .toList();
    }
}
