// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Ensure;
import dev.cmdm.profile.ProfileKey;
import java.util.Optional;

/** Makes steps, so that every rule words the same case the same way. */
final class Steps {
    /** A step for a declared profile that changes nothing and sends nothing. */
    Step still(DesiredProfile desired, Action action, ReasonCode code, String text) {
        return still(desired, action, new Reason(code, text));
    }

    /** A step for a declared profile that changes nothing and sends nothing. */
    Step still(DesiredProfile desired, Action action, Reason reason) {
        String id = desired.key().map(ProfileKey::toString).orElse(desired.label());
        return Step.of(id, desired.key(), desired.ensure(), action, reason);
    }

    /** A step for a profile that shall not be there. */
    Step removal(ProfileKey key, Action action, Route route, Reason reason) {
        return Step.of(key.toString(), Optional.of(key), Ensure.ABSENT, action, reason)
                .by(route);
    }

    /** A step for a profile that shall not be there and for now stays. */
    Step staying(ProfileKey key, Action action, ReasonCode code, String text) {
        return removal(key, action, Route.NONE, new Reason(code, text));
    }

    /** A step that sends, or that takes what stands on the Mac as this content. */
    Step delivery(DesiredProfile desired, Action action, Route route, Reason reason, Step.Delivery delivery) {
        return still(desired, action, reason).by(route).with(delivery);
    }

    /** A step for a profile whose content broke a rule. */
    Step broken(DesiredProfile desired, RuntimeException error) {
        return still(desired, Action.BLOCKED, ReasonCode.BROKEN, "its content cannot be used")
                .failing(error);
    }

    /** A step for one of two declared profiles of one identifier. */
    Step declaredTwice(DesiredProfile desired) {
        Step step = still(
                desired,
                Action.BLOCKED,
                ReasonCode.DECLARED_TWICE,
                "declared twice, here as " + desired.label() + "; keep one of them");
        return step.withId(step.id() + " (" + desired.label() + ")");
    }
}
