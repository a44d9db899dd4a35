// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import static dev.cmdm.plan.Yaml.map;
import static dev.cmdm.plan.Yaml.only;
import static dev.cmdm.plan.Yaml.strings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads a file of golden cases; its format is described in {@code spec/scenarios/README.md}. */
final class ScenarioFile {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private ScenarioFile() {}

    static List<Scenario> read(Path file) throws IOException {
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
                "expect",
                "says");
        return new Scenario(
                (String) fields.get("name"),
                String.valueOf(fields.get("rule")),
                input(fields),
                strings(fields.get("expect")),
                strings(fields.getOrDefault("says", List.of())));
    }

    private static PlanInput input(Map<String, Object> fields) {
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
