// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Desired;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One golden case.
 *
 * @param name a sentence that says what it proves
 * @param rule the section of the design that it proves
 * @param input what the plan depends on
 * @param expected the steps, written by hand
 * @param says what the reasons of the steps must say, each somewhere
 */
record Scenario(String name, String rule, PlanInput input, List<String> expected, List<String> says) {

    /** The same case with everything listed in the other order. */
    PlanInput reversed() {
        List<Prepared> prepared = backwards(input.prepared());
        List<DesiredProfile> declared = prepared.stream().map(Prepared::desired).toList();
        List<InstalledProfile> there = backwards(input.installed().profiles());
        return new PlanInput(
                new Desired(input.desired().owner(), input.desired().prefix(), declared),
                prepared,
                new Installed(
                        there, input.installed().whole(), input.installed().originsRead()),
                input.device(),
                input.server(),
                backwards(input.pending()),
                backwards(input.records()),
                new Migrations(
                        backwards(input.migrations().open()),
                        backwards(input.migrations().kept()),
                        input.migrations().probe()),
                input.policy(),
                input.contact(),
                input.now());
    }

    private static <T> List<T> backwards(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }
}
