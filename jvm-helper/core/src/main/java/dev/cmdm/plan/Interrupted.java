// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Owner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fills the hole that a local copy left which made way for an MDM's that did not come yet. */
final class Interrupted {
    /** What tells that the MDM will not bring it by what was sent. */
    private static final Set<ReasonCode> HOPELESS = EnumSet.of(
            ReasonCode.NO_LONGER_QUEUED, ReasonCode.REFUSED_BY_MAC, ReasonCode.KNOWN_LOST, ReasonCode.NOT_SEEN_IN_TIME);

    private static final Reason MADE_WAY = new Reason(
            ReasonCode.MIGRATION_INTERRUPTED,
            "not on this Mac: its local copy made way for the MDM's, which did not come");
    private static final Reason PUT_BACK = new Reason(
            ReasonCode.PUT_BACK,
            "put back by the profiles tool: its local copy made way for the MDM's, and the MDM did not bring that");

    private final PlanInput input;

    Interrupted(PlanInput input) {
        this.input = input;
    }

    /** What happens to a profile that shall be there and left such a hole: by MDM, else as it was, where that works. */
    Step step(Prepared prepared, Migration migration) {
        Step step = new Sending(input).step(prepared, Action.INSTALL, MADE_WAY);
        boolean hopeless = migration.putBackAt().isPresent()
                || step.route() == Route.LOCAL
                || step.action() == Action.BLOCKED
                || HOPELESS.contains(step.reason().code());
        return hopeless ? findPutBack(prepared).orElseGet(() -> told(step)) : told(step);
    }

    private Optional<Step> findPutBack(Prepared prepared) {
        return new LocalRoute(input)
                .to(prepared)
                .form()
                .map(form -> new Steps()
                        .delivery(
                                prepared.desired(),
                                Action.INSTALL,
                                Route.LOCAL,
                                PUT_BACK,
                                new Step.Delivery(prepared.fingerprint().orElseThrow(), form)));
    }

    private static Step told(Step step) {
        return step.reason().code() == ReasonCode.MIGRATION_INTERRUPTED
                ? step
                : step.because(step.reason().with("; its local copy made way, so this Mac is without it until then"));
    }

    /** Steps for holes of profiles that this run does not declare, on behalf of whoever did. */
    List<Step> undeclared(List<Step> decided) {
        List<Step> repairs = new ArrayList<>();
        for (Prepared kept : input.migrations().kept()) {
            Migration migration =
                    input.migrations().find(kept.desired().key().orElseThrow()).orElseThrow();
            if (isOpen(migration, decided)) {
                repairs.add(step(kept, migration).onBehalfOf(migration.owner()));
            }
        }
        return repairs;
    }

    private boolean isOpen(Migration migration, List<Step> decided) {
        Owner owner = input.desired().owner();
        boolean dropped = input.desired().complete() && owner.equals(migration.owner());
        return !dropped
                && input.installed().find(migration.key()).isEmpty()
                && decided.stream()
                        .noneMatch(step ->
                                step.key().filter(migration.key()::equals).isPresent());
    }
}
