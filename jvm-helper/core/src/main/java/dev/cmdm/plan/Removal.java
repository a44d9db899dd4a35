// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.util.Optional;

/** How a profile that is on the Mac goes: by the way it came, and never what enrolls the Mac. */
final class Removal {
    private final PlanInput input;
    private final Steps steps = new Steps();

    Removal(PlanInput input) {
        this.input = input;
    }

    Step of(InstalledProfile there, Reason why) {
        ProfileKey key = there.key();
        if (there.isEnrollment()) {
            return steps.staying(
                    key,
                    Action.BLOCKED,
                    ReasonCode.ENROLLMENT_PROFILE,
                    "it enrolls this Mac and is never touched; take it out of the list");
        }
        if (there.origin() == Origin.LOCAL) {
            return steps.removal(key, Action.REMOVE, Route.LOCAL, why);
        }
        Optional<String> closed = closed(key);
        if (closed.isPresent()) {
            return steps.staying(key, Action.BLOCKED, ReasonCode.NO_ROUTE, closed.orElseThrow());
        }
        return byMdm(key, why);
    }

    private Step byMdm(ProfileKey key, Reason why) {
        Resend.Answer answer = new Resend(input).removal(key);
        Reason reason = answer.reason().orElse(why);
        Action action = answer.waits() ? Action.WAIT : Action.REMOVE;
        Route route = answer.waits() ? Route.NONE : Route.MDM;
        Step step = steps.removal(key, action, route, reason);
        return answer.repeats().map(step::repeating).orElse(step);
    }

    private Optional<String> closed(ProfileKey key) {
        if (!input.device().enrollment().enrolled()) {
            return Optional.of("the MDM installed it and this Mac is no longer enrolled; enroll it");
        }
        if (input.server().isEmpty()) {
            return Optional.of("the MDM installed it and no MDM is configured; set mdm.product and mdm.url");
        }
        return key.scope() == Scope.USER
                ? Optional.of(
                        "the MDM installed it for a user, and only profiles of the computer can be removed by MDM")
                : Optional.empty();
    }
}
