// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import static dev.cmdm.plan.Yaml.before;
import static dev.cmdm.plan.Yaml.constant;
import static dev.cmdm.plan.Yaml.entries;
import static dev.cmdm.plan.Yaml.key;
import static dev.cmdm.plan.Yaml.map;
import static dev.cmdm.plan.Yaml.moment;
import static dev.cmdm.plan.Yaml.only;
import static dev.cmdm.plan.Yaml.strings;
import static dev.cmdm.plan.Yaml.text;

import dev.cmdm.desired.Owner;
import dev.cmdm.installed.Origin;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what was sent and recorded before a golden case, and the rules that hold. */
final class SentFields {
    private final Map<String, Object> scenario;

    SentFields(Map<String, Object> scenario) {
        this.scenario = scenario;
    }

    List<Pending> pending() {
        return entries(scenario, "pending").stream().map(SentFields::pending).toList();
    }

    List<Record> records(List<Prepared> prepared) {
        return entries(scenario, "records").stream()
                .map(entry -> record(entry, prepared))
                .toList();
    }

    Policy policy() {
        Map<String, Object> policy = map(scenario.getOrDefault("policy", Map.of()));
        only(policy, "removal-limit", "removals-before", "allow-empty", "keep");
        Set<ProfileIdentifier> keep = strings(policy.getOrDefault("keep", List.of())).stream()
                .map(ProfileIdentifier::new)
                .collect(Collectors.toSet());
        return new Policy(
                Policy.DEFAULTS.coolDown(),
                Policy.DEFAULTS.deadline(),
                (int) policy.getOrDefault("removal-limit", Policy.DEFAULTS.removalLimit()),
                (int) policy.getOrDefault("removals-before", 0),
                (boolean) policy.getOrDefault("allow-empty", false),
                keep);
    }

    private static Pending pending(Map<String, Object> entry) {
        only(
                entry,
                "id",
                "user",
                "content",
                "removal",
                "sent",
                "answer",
                "repeated",
                "command",
                "signer",
                "queue-seen",
                "queue-absent",
                "queue-absent-again");
        ProfileKey key = key(entry);
        boolean removal = (boolean) entry.getOrDefault("removal", false);
        Optional<Fingerprint> fingerprint = removal
                ? Optional.empty()
                : Optional.of(DeclaredFields.fingerprint(key.identifier(), text(entry, "content", "A")));
        return new Pending(
                key,
                fingerprint,
                fingerprint.map(Fingerprint::derivedUuid).orElse(""),
                text(entry, "command", "c-1"),
                new Owner("cli"),
                before(text(entry, "sent", "5 min")),
                1,
                moment(entry, "repeated"),
                Optional.empty(),
                Pending.Answer.valueOf(constant(text(entry, "answer", "queued"))),
                new Pending.Looks(
                        moment(entry, "queue-seen"),
                        moment(entry, "queue-absent"),
                        moment(entry, "queue-absent-again")),
                signer(entry));
    }

    private static Record record(Map<String, Object> entry, List<Prepared> prepared) {
        only(entry, "id", "user", "content", "uuid", "owner", "origin", "signer");
        ProfileKey key = key(entry);
        return new Record(
                key,
                DeclaredFields.uuid(text(entry, "uuid", "derived"), key, prepared),
                DeclaredFields.fingerprint(key.identifier(), text(entry, "content", "A")),
                "2026-02-28 09:00:00 +0000",
                new Owner(text(entry, "owner", "cli")),
                ScenarioFile.NOW.minus(Duration.ofDays(1)),
                Origin.valueOf(constant(text(entry, "origin", "unknown"))),
                signer(entry));
    }

    /** {@code nobody} signed it, or somebody of this name did; left out, nobody knows. */
    private static Optional<String> signer(Map<String, Object> entry) {
        return Optional.ofNullable(entry.get("signer"))
                .map(name -> name.equals("nobody") ? Form.NOBODY : name.toString());
    }
}
