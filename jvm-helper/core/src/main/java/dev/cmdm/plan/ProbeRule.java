// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.profile.ProfileKey;
import java.util.List;
import java.util.Optional;

/**
 * An empty profile of cmdm's own that goes to the Mac and off it again: either shows that the MDM reaches
 * this Mac, before a local copy makes way that only the MDM can bring back.
 */
final class ProbeRule {
    private static final Reason COMES =
            new Reason(ReasonCode.PROBE, "shows whether the MDM reaches this Mac; empty, and removed after");
    private static final Reason GOES = new Reason(ReasonCode.PROBE_OVER, "the probe has done its work");
    private static final Reason GOES_FIRST = new Reason(
            ReasonCode.PROBE, "an earlier probe is still on this Mac; its going shows whether the MDM reaches it");

    private final PlanInput input;

    ProbeRule(PlanInput input) {
        this.input = input;
    }

    /** What happens to the probe, or nothing when none is there and none is needed. */
    Optional<Step> findStep(List<Step> decided) {
        boolean needed = decided.stream().anyMatch(step -> step.reason().code() == ReasonCode.AFTER_PROBE);
        return input.migrations().probe().flatMap(probe -> findStep(probe, needed));
    }

    private Optional<Step> findStep(Prepared probe, boolean needed) {
        ProfileKey key = probe.desired().key().orElseThrow();
        Optional<InstalledProfile> there = input.installed().find(key);
        if (there.isPresent()) {
            return there.map(standing -> new Removal(input).of(standing, needed ? GOES_FIRST : GOES));
        }
        return needed ? Optional.of(new Sending(input).step(probe, Action.INSTALL, COMES)) : Optional.empty();
    }
}
