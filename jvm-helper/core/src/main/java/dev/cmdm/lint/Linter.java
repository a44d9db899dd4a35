// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import java.util.List;

/** Looks at one profile with every rule. Reads no file, knows no clock. */
public final class Linter {
    private static final List<Rule> RULES = List.of(
            new ToleratedRule(),
            new TopLevelRule(),
            new DatesRule(),
            new PayloadTypeRule(),
            new DeliveryRule(),
            new TypeLifetimeRule(),
            new ChannelRule(),
            new OnePerMacRule(),
            new KeysRule(),
            new ManagedPreferencesRule(),
            new ReferencesRule(),
            new PrivacyRule(),
            new SecretsRule());

    private Linter() {}

    /** What there is to say about a profile, the worst first. */
    public static List<Finding> check(Subject subject) {
        Notes notes = new Notes(subject);
        RULES.forEach(rule -> rule.check(subject, notes));
        return notes.found().stream()
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .toList();
    }
}
