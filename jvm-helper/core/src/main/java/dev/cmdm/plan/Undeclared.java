// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Ensure;
import dev.cmdm.desired.Owner;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Removal of what a complete list owns and no longer names, behind every guard. */
final class Undeclared {
    private final PlanInput input;
    private final List<Step> decided;
    private final Set<ProfileKey> named;
    private final Steps steps = new Steps();

    Undeclared(PlanInput input, List<Step> decided) {
        this.input = input;
        this.decided = decided;
        this.named = decided.stream().flatMap(step -> step.key().stream()).collect(Collectors.toSet());
    }

    List<Step> steps() {
        if (!input.desired().complete()) {
            return List.of();
        }
        Set<ProfileKey> once = new HashSet<>();
        List<InstalledProfile> candidates = input.installed().profiles().stream()
                .filter(this::goes)
                .filter(there -> once.add(there.key()))
                .toList();
        Optional<Reason> guard = guard();
        List<Step> removals = new ArrayList<>();
        candidates.forEach(there ->
                removals.add(guard.map(reason -> blocked(there, reason)).orElseGet(() -> removal(there))));
        return limited(removals);
    }

    private boolean goes(InstalledProfile there) {
        return !there.isEnrollment()
                && !there.declarative()
                && owned(there)
                && !named.contains(there.key())
                && !input.policy().keep().contains(there.key().identifier());
    }

    private boolean owned(InstalledProfile there) {
        Owner owner = input.desired().owner();
        Optional<Record> record = input.findRecord(there.key());
        if (record.isPresent()) {
            return record.orElseThrow().owner().equals(owner);
        }
        return there.key().scope() == Scope.SYSTEM
                && input.desired().prefix().orElseThrow().claims(there.key().identifier());
    }

    /** Why nothing may go for not being declared, whatever it is. */
    private Optional<Reason> guard() {
        if (!input.desired().understood()) {
            return Optional.of(
                    new Reason(
                            ReasonCode.LIST_NOT_UNDERSTOOD,
                            "no longer declared, but another entry of the list cannot be used; nothing goes until it is mended"));
        }
        if (!input.installed().whole()) {
            return Optional.of(new Reason(
                    ReasonCode.LISTING_NOT_WHOLE,
                    "no longer declared, but the listing was not read as root; run with sudo"));
        }
        boolean empty = input.desired().profiles().stream().noneMatch(entry -> entry.ensure() == Ensure.PRESENT);
        return empty && !input.policy().allowEmpty()
                ? Optional.of(new Reason(
                        ReasonCode.EMPTY_LIST, "the list is empty, so nothing goes; if that is meant: allow_empty"))
                : Optional.empty();
    }

    private Step removal(InstalledProfile there) {
        Step removal = new Removal(input).of(there, new Reason(ReasonCode.NO_LONGER_DECLARED, "no longer declared"));
        if (removal.action() != Action.REMOVE || !Payloads.vital(there) || everythingSeen()) {
            return removal;
        }
        return steps.staying(
                there.key(),
                Action.WAIT,
                ReasonCode.AFTER_INSTALLS,
                "no longer declared; goes once everything declared is on this Mac");
    }

    private boolean everythingSeen() {
        return decided.stream()
                .filter(step -> step.ensure() == Ensure.PRESENT)
                .allMatch(step -> step.action() == Action.KEEP);
    }

    private List<Step> limited(List<Step> removals) {
        long going =
                removals.stream().filter(this::counts).count() + input.policy().removalsBefore();
        if (going <= input.policy().removalLimit()) {
            return removals;
        }
        Reason over = new Reason(
                ReasonCode.REMOVAL_LIMIT,
                going + " profiles would be removed, the limit is "
                        + input.policy().removalLimit() + ", so none is; if that is meant: removal_limit " + going);
        return removals.stream()
                .map(step -> counts(step) ? blocked(step.key().orElseThrow(), over) : step)
                .toList();
    }

    /** A removal that waits for installs counts too: it would go in the same run. */
    private boolean counts(Step step) {
        return step.action() == Action.REMOVE || step.reason().code() == ReasonCode.AFTER_INSTALLS;
    }

    private Step blocked(InstalledProfile there, Reason reason) {
        return blocked(there.key(), reason);
    }

    private Step blocked(ProfileKey key, Reason reason) {
        return steps.removal(key, Action.BLOCKED, Route.NONE, reason);
    }
}
