// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Ensure;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Removal of what a declared profile says it replaces, once that profile was seen. */
final class Successors {
    private final PlanInput input;
    private final List<Step> decided;
    private final Steps steps = new Steps();

    Successors(PlanInput input, List<Step> decided) {
        this.input = input;
        this.decided = decided;
    }

    List<Step> steps() {
        List<Step> result = new ArrayList<>();
        for (Prepared prepared : input.prepared()) {
            DesiredProfile successor = prepared.desired();
            if (successor.ensure() == Ensure.PRESENT && successor.key().isPresent()) {
                successor.options().replaces().stream()
                        .distinct()
                        .flatMap(old -> there(successor, old).stream())
                        .map(old -> step(successor, old))
                        .forEach(result::add);
            }
        }
        return result;
    }

    private Optional<InstalledProfile> there(DesiredProfile successor, ProfileIdentifier old) {
        ProfileKey place = successor.key().orElseThrow();
        ProfileKey key = new ProfileKey(old, place.scope(), place.user());
        boolean declared =
                decided.stream().anyMatch(step -> step.key().filter(key::equals).isPresent());
        return declared ? Optional.empty() : input.installed().find(key);
    }

    private Step step(DesiredProfile successor, InstalledProfile old) {
        ProfileKey key = successor.key().orElseThrow();
        Step removal = new Removal(input)
                .of(old, new Reason(ReasonCode.REPLACED, "replaced by " + key + ", which is in place"));
        boolean seen = decided.stream()
                .anyMatch(step -> step.key().filter(key::equals).isPresent() && step.action() == Action.KEEP);
        return seen || removal.action() != Action.REMOVE
                ? removal
                : steps.staying(
                        old.key(),
                        Action.WAIT,
                        ReasonCode.AFTER_SUCCESSOR,
                        "goes once " + key + ", which replaces it, is on this Mac");
    }
}
