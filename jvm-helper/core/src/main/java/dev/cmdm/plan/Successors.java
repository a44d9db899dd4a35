// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Ensure;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.profile.ProfileKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Removal of what declared profiles say they replace, once all of these were seen. */
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
        successors()
                .forEach((old, places) -> input.installed()
                        .find(old)
                        .filter(there -> !declared(old))
                        .ifPresent(there -> result.add(step(places, there))));
        return result;
    }

    /** What is replaced, and by whom; in order, so that it does not matter in which all this is declared. */
    private SortedMap<ProfileKey, SortedSet<ProfileKey>> successors() {
        SortedMap<ProfileKey, SortedSet<ProfileKey>> successors = new TreeMap<>();
        for (Prepared prepared : input.prepared()) {
            DesiredProfile successor = prepared.desired();
            if (successor.ensure() == Ensure.PRESENT && successor.key().isPresent()) {
                ProfileKey place = successor.key().orElseThrow();
                successor.options().replaces().stream()
                        .map(old -> new ProfileKey(old, place.scope(), place.user()))
                        .forEach(old -> successors
                                .computeIfAbsent(old, unused -> new TreeSet<>())
                                .add(place));
            }
        }
        return successors;
    }

    private boolean declared(ProfileKey key) {
        return decided.stream().anyMatch(step -> step.key().filter(key::equals).isPresent());
    }

    private Step step(SortedSet<ProfileKey> successors, InstalledProfile old) {
        Step removal = new Removal(input)
                .of(old, new Reason(ReasonCode.REPLACED, "replaced by " + successors.first() + ", which is in place"));
        Optional<ProfileKey> unseen =
                successors.stream().filter(key -> !seen(key)).findFirst();
        return unseen.isEmpty() || removal.action() != Action.REMOVE
                ? removal
                : steps.staying(
                        old.key(),
                        Action.WAIT,
                        ReasonCode.AFTER_SUCCESSOR,
                        "goes once " + unseen.orElseThrow() + ", which replaces it, is on this Mac");
    }

    private boolean seen(ProfileKey key) {
        return decided.stream()
                .anyMatch(step -> step.key().filter(key::equals).isPresent() && step.action() == Action.KEEP);
    }
}
