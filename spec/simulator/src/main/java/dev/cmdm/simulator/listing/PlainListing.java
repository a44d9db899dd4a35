// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.listing;

import dev.cmdm.simulator.facts.MacosVersion;
import dev.cmdm.simulator.facts.Template;
import dev.cmdm.simulator.facts.ToolTexts;
import dev.cmdm.simulator.mac.InstalledProfile;
import java.util.List;
import java.util.Map;

/** The listing as plain text: one line per profile, and a line that counts them. */
final class PlainListing {
    private final MacosVersion macos;

    PlainListing(MacosVersion macos) {
        this.macos = macos;
    }

    String of(View view) {
        if (view.profiles().isEmpty()) {
            return none(view);
        }
        StringBuilder text = new StringBuilder();
        view.byOwner().forEach((owner, profiles) -> appendLines(text, owner, profiles));
        return text.append(total(view)).toString();
    }

    /** The sentence printed when the view is empty. */
    String none(View view) {
        return Template.fill(ToolTexts.get(view.noneFact(), macos), Map.of("user", view.user())) + "\n";
    }

    /** The line that counts the profiles of the view. */
    String total(View view) {
        Map<String, String> values =
                Map.of("count", Integer.toString(view.profiles().size()), "user", view.user());
        return Template.fill(ToolTexts.get(view.totalFact(), macos), values) + "\n";
    }

    private void appendLines(StringBuilder text, String owner, List<InstalledProfile> profiles) {
        String line = ToolTexts.get("list.line", macos);
        for (int n = 1; n <= profiles.size(); n++) {
            Map<String, String> values = Map.of(
                    "owner", owner,
                    "n", Integer.toString(n),
                    "identifier", profiles.get(n - 1).identifier());
            text.append(Template.fill(line, values)).append('\n');
        }
    }
}
