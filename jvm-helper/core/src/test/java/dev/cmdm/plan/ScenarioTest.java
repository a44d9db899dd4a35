// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The golden cases of {@code spec/scenarios}: what is declared, what is there, and the plan an expert would make. */
class ScenarioTest {
    private static final Set<Form.Kind> SAID = EnumSet.of(Form.Kind.SIGNED, Form.Kind.COMPACT, Form.Kind.BINARY);
    private static final Path FOLDER = Path.of("../../spec/scenarios");

    @TestFactory
    Stream<DynamicTest> everyScenarioGivesItsPlan() throws IOException {
        return scenarios().stream().map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> check(scenario)));
    }

    private static void check(Scenario scenario) {
        Plan plan = Planner.plan(scenario.input());
        assertThat(lines(plan)).isEqualTo(scenario.expected());
        String reasons = plan.steps().stream().map(step -> step.reason().text()).collect(Collectors.joining("\n"));
        scenario.says().forEach(words -> assertThat(reasons).contains(words));
    }

    @Test
    void noTwoScenariosHaveOneName() throws IOException {
        assertThat(scenarios().stream().map(Scenario::name)).doesNotHaveDuplicates();
    }

    @Test
    void theOrderOfDeclarationAndListingChangesNothingInAPlan() throws IOException {
        for (Scenario scenario : scenarios()) {
            assertThat(Planner.plan(scenario.reversed()))
                    .as(scenario.name())
                    .extracting(Plan::digest)
                    .isEqualTo(Planner.plan(scenario.input()).digest());
        }
    }

    private static List<String> lines(Plan plan) {
        return plan.steps().stream().map(ScenarioTest::line).toList();
    }

    /** {@code install com.acme.dock by mdm (missing) as signed}, and {@code again ID} where an attempt is repeated. */
    private static String line(Step step) {
        String route = switch (step.route()) {
            case MDM -> " by mdm";
            case LOCAL -> " locally";
            case NONE -> "";
        };
        return step.action().name().toLowerCase(java.util.Locale.ROOT) + " " + step.id() + route + " ("
                + step.reason().code().word() + ")"
                + form(step)
                + step.repeats().map(id -> " again " + id).orElse("");
    }

    /** The form that is sent, where it is neither the plain one nor as given. */
    private static String form(Step step) {
        return step.delivery()
                .filter(sent ->
                        step.action().changes() && SAID.contains(sent.form().kind()))
                .map(sent -> " as " + sent.form().kind().words())
                .orElse("");
    }

    private static List<Scenario> scenarios() throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                scenarios.addAll(ScenarioFile.read(file));
            }
        }
        return scenarios;
    }
}
