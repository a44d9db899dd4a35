// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.desired.Content;
import dev.cmdm.desired.Desired;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Ensure;
import dev.cmdm.desired.Owner;
import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.installed.Installed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A declared profile that is broken and has no name. */
class UnnamedTest {
    @Test
    void isOneBlockedStepWhetherItShallBeThereOrNot() {
        for (Ensure ensure : Ensure.values()) {
            RuntimeException error = new IllegalArgumentException("broken");
            DesiredProfile unnamed = new DesiredProfile(
                    "recipe.rb:4",
                    Optional.empty(),
                    ensure,
                    new Content.Broken(error),
                    DesiredProfile.Options.DEFAULTS);
            Step step = plan(unnamed).find("recipe.rb:4").orElseThrow();
            assertThat(step.action()).isEqualTo(Action.BLOCKED);
            assertThat(step.error()).contains(error);
        }
    }

    private static Plan plan(DesiredProfile desired) {
        return Planner.plan(new PlanInput(
                new Desired(Owner.CLI, Optional.empty(), List.of(desired)),
                List.of(new Prepared(desired, Optional.empty(), List.of())),
                new Installed(List.of(), true, false),
                new Device("C02", "11111111-2222-3333-4444-555555555555", new MacOsVersion(15, 1, 0), Enrollment.MDM),
                Optional.empty(),
                List.of(),
                List.of(),
                Migrations.NONE,
                Policy.DEFAULTS,
                Contact.UNKNOWN,
                Instant.EPOCH));
    }
}
