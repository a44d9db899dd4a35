// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The golden cases of {@code spec/scenarios}: what is declared, what is there, and the plan an expert would make.
 * By mutation testing ({@code make mutation}) these tests alone prove the planner.
 */
class ScenarioTest {
    private static final Set<Form.Kind> SAID =
            EnumSet.of(Form.Kind.SIGNED, Form.Kind.COMPACT, Form.Kind.BINARY, Form.Kind.OBJECT);

    /** Stands behind a reason's text, so that an expectation can say where it ends. */
    private static final String END = "|";

    /** Read once: whoever mutates the planner runs these tests many times. */
    private static final List<Scenario> SCENARIOS = ScenarioFile.all();

    @TestFactory
    Stream<DynamicTest> everyScenarioGivesItsPlan() {
        return SCENARIOS.stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.name(), () -> assertAsExpected(Planner.plan(scenario.input()), scenario.expected())));
    }

    private static void assertAsExpected(Plan plan, List<Scenario.Expected> expected) {
        List<String> wanted = expected.stream().map(Scenario.Expected::line).toList();
        assertThat(plan.steps()).extracting(ScenarioTest::line).isEqualTo(wanted);
        for (int at = 0; at < expected.size(); at++) {
            Step step = plan.steps().get(at);
            expected.get(at)
                    .words()
                    .forEach(words -> assertThat(step.reason().text() + END).contains(words));
            assertThat(plan.find(step.id())).contains(step);
        }
        assertThat(plan.changes())
                .isEqualTo(wanted.stream().anyMatch(line -> line.matches("(remove|migrate|replace|install) .*")));
    }

    @Test
    void noTwoScenariosHaveOneName() {
        assertThat(SCENARIOS).extracting(Scenario::name).doesNotHaveDuplicates();
    }

    @Test
    void theOrderOfDeclarationAndListingChangesNothingInAPlan() {
        for (Scenario scenario : SCENARIOS) {
            assertThat(Planner.plan(scenario.reversed()).digest())
                    .as(scenario.name())
                    .isEqualTo(Planner.plan(scenario.input()).digest());
        }
    }

    @Test
    void twoPlansHaveOneDigestIfTheyDoTheSameAndOnlyThen() {
        Map<List<String>, String> digests = new HashMap<>();
        Map<String, List<String>> plans = new HashMap<>();
        for (Scenario scenario : SCENARIOS) {
            Plan plan = Planner.plan(scenario.input());
            List<String> does = plan.steps().stream().map(ScenarioTest::doing).toList();
            assertThat(digests.computeIfAbsent(does, unused -> plan.digest()))
                    .as(scenario.name())
                    .isEqualTo(plan.digest());
            assertThat(plans.computeIfAbsent(plan.digest(), unused -> does))
                    .as(scenario.name())
                    .isEqualTo(does);
        }
    }

    /**
     * {@code install com.acme.dock by mdm (missing)}; besides {@code as signed} where the form is neither the plain one
     * nor as given, {@code again ID} where an attempt is repeated, {@code for OWNER} where another owner declared it, and
     * {@code changing com.apple.dock/size} where the listing shows which settings differ.
     */
    private static String line(Step step) {
        String route = switch (step.route()) {
            case MDM -> " by mdm";
            case LOCAL -> " locally";
            case NONE -> "";
        };
        String line = step.action().name().toLowerCase(Locale.ROOT) + " " + step.id() + route + " ("
                + step.reason().code().word() + ")"
                + form(step)
                + step.repeats().map(id -> " again " + id).orElse("")
                + step.delivery()
                        .flatMap(Step.Delivery::onBehalfOf)
                        .map(owner -> " for " + owner.name())
                        .orElse("");
        return step.changes().isEmpty() ? line : line + " changing" + changes(step.changes());
    }

    private static String form(Step step) {
        return step.delivery()
                .filter(sent ->
                        step.action().changes() && SAID.contains(sent.form().kind()))
                .map(sent -> " as " + sent.form().kind().name().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static String changes(List<Change> changes) {
        StringBuilder text = new StringBuilder();
        for (Change change : changes) {
            String sign = switch (change.kind()) {
                case ADDED -> "+";
                case CHANGED -> "";
                case REMOVED -> "-";
            };
            text.append(' ')
                    .append(sign)
                    .append(change.payloadType())
                    .append('/')
                    .append(change.keyPath());
        }
        return text.toString();
    }

    /** What a person approves who approves a step. */
    private static String doing(Step step) {
        Optional<Step.Delivery> delivery = step.delivery();
        return step.id() + " " + step.action() + " " + step.route() + " "
                + step.reason().code() + " "
                + delivery.map(sent -> sent.fingerprint().hex()) + " "
                + delivery.map(sent -> sent.form().uuid()) + " "
                + delivery.filter(sent -> step.action().changes())
                        .map(sent -> sent.form().kind()) + " "
                + step.repeats();
    }
}
