// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.profile.ProfileKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removal of the other copies of a profile, which come about where a server brings each content in an object of its
 * own: once the declared one was seen, or together with the last.
 */
final class Superseded {
    private final PlanInput input;
    private final List<Step> decided;
    private final Set<ProfileKey> named;

    Superseded(PlanInput input, List<Step> decided) {
        this.input = input;
        this.decided = decided;
        this.named = decided.stream().flatMap(step -> step.key().stream()).collect(Collectors.toSet());
    }

    List<Step> steps() {
        List<Step> result = new ArrayList<>();
        for (Step step : decided) {
            if (step.action() == Action.KEEP || step.action() == Action.REMOVE) {
                step.key().ifPresent(key -> others(key, step, result));
            }
        }
        return result;
    }

    private void others(ProfileKey key, Step step, List<Step> result) {
        List<InstalledProfile> copies = input.installed().copies(key).toList();
        if (copies.size() > 1) {
            InstalledProfile spared = spared(key, step);
            copies.stream()
                    .filter(copy -> !copy.equals(spared) && !isNamedOtherwise(copy, key))
                    .map(copy -> removal(key, copy))
                    .forEach(result::add);
        }
    }

    /** Whether a copy is what another step is about, which has it by its other key. */
    private boolean isNamedOtherwise(InstalledProfile copy, ProfileKey key) {
        return Stream.of(copy.key(), copy.listedKey()).anyMatch(other -> !other.equals(key) && named.contains(other));
    }

    /** The copy that the step is about. */
    private InstalledProfile spared(ProfileKey key, Step step) {
        return step.copy().orElseGet(() -> kept(key, step));
    }

    private InstalledProfile kept(ProfileKey key, Step step) {
        return step.delivery()
                .flatMap(standing -> input.installed()
                        .copies(key)
                        .filter(copy -> copy.hasUuid(standing.form().uuid()))
                        .findFirst())
                .or(() -> input.installed().find(key))
                .orElseThrow();
    }

    private Step removal(ProfileKey key, InstalledProfile copy) {
        return new Removal(input)
                .ofCopy(copy, new Reason(ReasonCode.SUPERSEDED, "an earlier copy of " + key + ", which is in place"))
                .withId(key + " (superseded)");
    }
}
