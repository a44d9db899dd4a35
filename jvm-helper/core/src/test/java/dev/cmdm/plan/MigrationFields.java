// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import static dev.cmdm.plan.Yaml.before;
import static dev.cmdm.plan.Yaml.entries;
import static dev.cmdm.plan.Yaml.key;
import static dev.cmdm.plan.Yaml.moment;
import static dev.cmdm.plan.Yaml.only;
import static dev.cmdm.plan.Yaml.text;

import dev.cmdm.desired.Desired;
import dev.cmdm.desired.Owner;
import dev.cmdm.desired.StandIn;
import dev.cmdm.prepare.Forming;
import dev.cmdm.prepare.Preparer;
import dev.cmdm.prepare.ProbeProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which local copies made way before a golden case. */
final class MigrationFields {
    private final Map<String, Object> scenario;

    MigrationFields(Map<String, Object> scenario) {
        this.scenario = scenario;
    }

    Migrations migrations() {
        List<Map<String, Object>> open = entries(scenario, "migrating");
        Desired probe = new Desired(Owner.CLI, Optional.empty(), List.of(ProbeProfile.declared()));
        return new Migrations(
                open.stream().map(MigrationFields::migration).toList(),
                open.stream()
                        .filter(entry -> (boolean) entry.getOrDefault("kept", false))
                        .map(entry -> DeclaredFields.prepared(
                                Map.of("id", entry.get("id"), "content", text(entry, "content", "A")), 0))
                        .toList(),
                new Preparer(Optional.empty(), Forming.DEFAULTS, StandIn.NOTHING)
                        .prepare(probe).stream().findFirst());
    }

    private static Migration migration(Map<String, Object> entry) {
        only(entry, "id", "content", "owner", "begun", "put-back", "kept");
        return new Migration(
                key(entry),
                DeclaredFields.fingerprint(key(entry).identifier(), text(entry, "content", "A")),
                new Owner(text(entry, "owner", "cli")),
                before(text(entry, "begun", "5 min")),
                moment(entry, "put-back"));
    }
}
