// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.server.jamf.ConfigurationProfile.General;
import java.util.Optional;
import java.util.function.Function;

/** What a general element changes in a configuration profile object; what it does not name stays. */
final class GeneralChanges {
    private GeneralChanges() {}

    static StoredProfile.Labels labels(XmlElement sent, Optional<General> known) {
        return new StoredProfile.Labels(
                text(sent, "name", known, General::name, ""),
                text(sent, "description", known, General::description, ""),
                text(sent, "user_removable", known, old -> String.valueOf(old.userRemovable()), "false")
                        .equals("true"),
                text(sent, "level", known, General::level, "computer"));
    }

    static General applied(XmlElement sent, Optional<General> known, StoredProfile content) {
        var labels = labels(sent, known);
        return new General(
                labels.name(),
                labels.description(),
                text(sent, "distribution_method", known, General::distributionMethod, "Install Automatically"),
                labels.userRemovable(),
                labels.level(),
                content);
    }

    private static String text(
            XmlElement sent, String name, Optional<General> known, Function<General, String> old, String usual) {
        return sent.childText(name).or(() -> known.map(old)).orElse(usual);
    }
}
