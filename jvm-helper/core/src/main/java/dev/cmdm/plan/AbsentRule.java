// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.profile.ProfileKey;
import java.util.Optional;

/** What happens to a profile that is declared absent. */
final class AbsentRule {
    private final PlanInput input;

    AbsentRule(PlanInput input) {
        this.input = input;
    }

    Step decide(DesiredProfile desired) {
        ProfileKey key = desired.key().orElseThrow();
        Optional<InstalledProfile> there = input.installed().find(key);
        if (there.isEmpty()) {
            return new Steps().still(desired, Action.KEEP, ReasonCode.ABSENT, "absent, as declared");
        }
        return new Removal(input)
                .of(
                        there.orElseThrow(),
                        desired.options().channel(),
                        new Reason(ReasonCode.DECLARED_ABSENT, "declared absent"));
    }
}
