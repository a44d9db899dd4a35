// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import java.util.Optional;

/** The step that brings a profile: by which way, in which form, under which id, or why not now. */
final class Sending {
    private static final String COPY_IN_THE_WAY = "; also a local copy is in the way, which an MDM refuses to replace";

    private final PlanInput input;
    private final Steps steps = new Steps();

    Sending(PlanInput input) {
        this.input = input;
    }

    Step step(Prepared prepared, Action action, Reason why) {
        DesiredProfile desired = prepared.desired();
        Routing.Choice choice = new Routing(input).choose(prepared);
        Optional<InstalledProfile> copy = findLocalCopy(desired);
        return switch (choice.route()) {
            case NONE ->
                steps.still(
                        desired,
                        Action.BLOCKED,
                        choice.code(),
                        choice.text() + (copy.isPresent() ? COPY_IN_THE_WAY : ""));
            case LOCAL -> by(choice, prepared, action, why);
            case MDM ->
                copy.map(there -> instead(there, choice, prepared, why))
                        .orElseGet(() -> byMdm(choice, prepared, by(choice, prepared, action, why)));
        };
    }

    private Optional<InstalledProfile> findLocalCopy(DesiredProfile desired) {
        return input.installed()
                .find(desired.key().orElseThrow())
                .filter(there -> input.originOf(there) == Origin.LOCAL);
    }

    private Step instead(InstalledProfile there, Routing.Choice choice, Prepared prepared, Reason why) {
        LocalCopy copy = new LocalCopy(input, there);
        Reason warned = new Reason(ReasonCode.LOCAL_COPY, why.text() + copy.warning());
        Step step = byMdm(choice, prepared, by(choice, prepared, Action.MIGRATE, warned));
        return step.action() == Action.MIGRATE
                ? copy.findHindrance(prepared.desired()).orElse(step)
                : step;
    }

    private Step by(Routing.Choice choice, Prepared prepared, Action action, Reason why) {
        return steps.delivery(
                prepared.desired(),
                action,
                choice.route(),
                why.with(choice.text()),
                new Step.Delivery(
                        prepared.fingerprint().orElseThrow(), choice.form().orElseThrow()));
    }

    private Step byMdm(Routing.Choice choice, Prepared prepared, Step step) {
        Step.Delivery delivery = step.delivery().orElseThrow();
        Resend.Answer answer = new Resend(input)
                .install(
                        prepared.desired().key().orElseThrow(),
                        delivery.fingerprint(),
                        delivery.form().uuid());
        if (answer.waits()) {
            return steps.still(prepared.desired(), Action.WAIT, answer.reason().orElseThrow());
        }
        Step reasoned = answer.reason()
                .map(reason -> step.because(reason.with(choice.text())))
                .orElse(step);
        return answer.repeats().map(reasoned::repeating).orElse(reasoned);
    }
}
