// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Ensure;
import dev.cmdm.profile.ProfileKey;
import java.util.List;
import java.util.Optional;

/** Makes steps, so that every rule words the same case the same way. */
final class Steps {
    /** A step for a declared profile that changes nothing and sends nothing. */
    Step still(DesiredProfile desired, Action action, ReasonCode code, String text) {
        return new Step(
                id(desired),
                desired.key(),
                desired.ensure(),
                action,
                Route.NONE,
                new Reason(code, text),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A step for a profile that shall not be there. */
    Step removal(ProfileKey key, Action action, Route route, ReasonCode code, String text) {
        return new Step(
                key.toString(),
                Optional.of(key),
                Ensure.ABSENT,
                action,
                route,
                new Reason(code, text),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A step that sends, or that takes what stands on the Mac as this content. */
    Step delivery(DesiredProfile desired, Action action, Route route, Reason reason, Step.Delivery delivery) {
        return new Step(
                id(desired),
                desired.key(),
                desired.ensure(),
                action,
                route,
                reason,
                List.of(),
                Optional.of(delivery),
                Optional.empty(),
                Optional.empty());
    }

    /** The same step, which sends an earlier attempt once more under its id. */
    Step repeating(Step step, String commandUuid) {
        return new Step(
                step.id(),
                step.key(),
                step.ensure(),
                step.action(),
                step.route(),
                step.reason(),
                step.changes(),
                step.delivery(),
                Optional.of(commandUuid),
                step.error());
    }

    /** The same step with the settings that differ. */
    Step differing(Step step, List<Change> changes) {
        return new Step(
                step.id(),
                step.key(),
                step.ensure(),
                step.action(),
                step.route(),
                step.reason(),
                changes,
                step.delivery(),
                step.repeats(),
                step.error());
    }

    /** A step for a profile whose content broke a rule. */
    Step broken(DesiredProfile desired, RuntimeException error) {
        return new Step(
                id(desired),
                desired.key(),
                desired.ensure(),
                Action.BLOCKED,
                Route.NONE,
                new Reason(ReasonCode.BROKEN, "its content cannot be used"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(error));
    }

    /** A step for one of two declared profiles of one identifier. */
    Step declaredTwice(DesiredProfile desired) {
        Step step = still(
                desired,
                Action.BLOCKED,
                ReasonCode.DECLARED_TWICE,
                "declared twice, here as " + desired.label() + "; keep one of them");
        return new Step(
                step.id() + " (" + desired.label() + ")",
                step.key(),
                step.ensure(),
                step.action(),
                step.route(),
                step.reason(),
                step.changes(),
                step.delivery(),
                step.repeats(),
                step.error());
    }

    private static String id(DesiredProfile desired) {
        return desired.key().map(ProfileKey::toString).orElse(desired.label());
    }
}
