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
import java.util.Map;

/**
 * One golden case.
 *
 * @param name a sentence that says what it proves
 * @param rule the rule that it proves
 * @param fields everything in its file
 * @param expected the steps, written by hand
 */
record Scenario(String name, String rule, Map<String, Object> fields, List<Expected> expected) {
    /**
     * One step of the plan that an expert would make.
     *
     * @param line what is done to whom, by which way, and the reason's code
     * @param words parts of the reason's text
     */
    record Expected(String line, List<String> words) {}

    /** What the plan depends on. */
    PlanInput input() {
        return ScenarioFile.input(fields);
    }

    /** The same case with everything listed in the other order. */
    PlanInput reversed() {
        return reversed(input());
    }

    static PlanInput reversed(PlanInput input) {
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
