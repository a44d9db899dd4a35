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
import static dev.cmdm.plan.Yaml.span;
import static dev.cmdm.plan.Yaml.strings;
import static dev.cmdm.plan.Yaml.text;

import dev.cmdm.desired.Owner;
import dev.cmdm.installed.Origin;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import java.time.Duration;
import java.time.Instant;
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
        only(policy, "removal-limit", "removals-before", "allow-empty", "keep", "cool-down", "deadline", "nudge-after");
        Set<ProfileIdentifier> keep = strings(policy.getOrDefault("keep", List.of())).stream()
                .map(ProfileIdentifier::new)
                .collect(Collectors.toSet());
        return new Policy(
                span(text(policy, "cool-down", "30 min")),
                span(text(policy, "deadline", "24 h")),
                span(text(policy, "nudge-after", "15 min")),
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
                "uuid",
                "removal",
                "sent",
                "answer",
                "repeated",
                "command",
                "signer",
                "queue-seen",
                "queue-absent",
                "queue-absent-again",
                "report",
                "report-words");
        ProfileKey key = key(entry);
        Pending written = written(key, entry).with(Pending.Answer.valueOf(constant(text(entry, "answer", "queued"))));
        Pending last = moment(entry, "repeated")
                .map(then -> written.again(then, written.uuid()).with(written.answer()))
                .orElse(written);
        Pending looked = signer(entry).map(last::signedBy).orElse(last).with(looks(entry));
        return report(entry).map(looked::with).orElse(looked);
    }

    /** What the server told a minute ago. */
    private static Optional<Pending.Report> report(Map<String, Object> entry) {
        return Optional.ofNullable(entry.get("report"))
                .map(word -> new Pending.Report(
                        before("1 min"),
                        Pending.Report.Status.valueOf(constant(word.toString())),
                        strings(entry.getOrDefault("report-words", List.of()))));
    }

    private static Pending written(ProfileKey key, Map<String, Object> entry) {
        String command = text(entry, "command", "c-1");
        Instant sent = before(text(entry, "sent", "5 min"));
        if ((boolean) entry.getOrDefault("removal", false)) {
            return Pending.removal(key, command, new Owner("cli"), sent);
        }
        Fingerprint content = DeclaredFields.fingerprint(key.identifier(), text(entry, "content", "A"));
        return Pending.install(
                key, content, text(entry, "uuid", content.derivedUuid()), command, new Owner("cli"), sent);
    }

    private static Pending.Looks looks(Map<String, Object> entry) {
        Pending.Looks looks =
                moment(entry, "queue-seen").map(Pending.Looks.NONE::found).orElse(Pending.Looks.NONE);
        for (String miss : List.of("queue-absent", "queue-absent-again")) {
            looks = moment(entry, miss).map(looks::missed).orElse(looks);
        }
        return looks;
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
