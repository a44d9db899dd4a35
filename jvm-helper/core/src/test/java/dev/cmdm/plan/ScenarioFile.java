// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import static dev.cmdm.plan.Yaml.map;
import static dev.cmdm.plan.Yaml.only;
import static dev.cmdm.plan.Yaml.strings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads a file of golden cases; its format is described in {@code spec/scenarios/README.md}. */
final class ScenarioFile {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final Path FOLDER = Path.of("../../spec/scenarios");

    private ScenarioFile() {}

    /** Every case, by the names of the files and in their order. */
    static List<Scenario> all() {
        List<Scenario> scenarios = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                scenarios.addAll(read(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scenarios;
    }

    private static List<Scenario> read(Path file) throws IOException {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        List<Scenario> scenarios = new ArrayList<>();
        for (Object item : (List<?>) document) {
            Map<String, Object> fields = map(item);
            try {
                scenarios.add(scenario(fields));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(file + ": " + fields.get("name") + ": " + e.getMessage(), e);
            }
        }
        return scenarios;
    }

    private static Scenario scenario(Map<String, Object> fields) {
        only(
                fields,
                "name",
                "rule",
                "mac",
                "server",
                "installed",
                "desired",
                "pending",
                "records",
                "migrating",
                "policy",
                "expect");
        List<Scenario.Expected> expected = ((List<?>) fields.get("expect"))
                .stream().map(ScenarioFile::expected).toList();
        return new Scenario((String) fields.get("name"), (String) fields.get("rule"), fields, expected);
    }

    /** {@code keep com.acme.dock (in-place)} alone, or with a part of the reason's text, or with several. */
    private static Scenario.Expected expected(Object item) {
        if (item instanceof String line) {
            return new Scenario.Expected(line, List.of());
        }
        Map.Entry<String, Object> only = map(item).entrySet().iterator().next();
        List<String> words = only.getValue() instanceof String part ? List.of(part) : strings(only.getValue());
        return new Scenario.Expected(only.getKey(), words);
    }

    /** What the plan of a case depends on. */
    static PlanInput input(Map<String, Object> fields) {
        MacFields mac = new MacFields(fields);
        DeclaredFields declared = new DeclaredFields(fields);
        SentFields sent = new SentFields(fields);
        List<Prepared> prepared = declared.prepared();
        return new PlanInput(
                declared.desired(prepared),
                prepared,
                mac.installed(prepared),
                mac.device(),
                mac.server(),
                sent.pending(),
                sent.records(prepared),
                new MigrationFields(fields).migrations(),
                sent.policy(),
                mac.contact(),
                NOW);
    }
}
