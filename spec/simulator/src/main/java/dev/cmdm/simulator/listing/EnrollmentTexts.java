// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.listing;

import dev.cmdm.simulator.facts.Template;
import dev.cmdm.simulator.facts.ToolTexts;
import dev.cmdm.simulator.mac.Approval;
import dev.cmdm.simulator.mac.MacState;
import java.net.URI;
import java.util.Map;

/** What the tool says of enrollment, configuration and bootstrap token as a whole. Empty where a release has no text. */
final class EnrollmentTexts {
    private EnrollmentTexts() {}

    /** {@code status -type enrollment}. */
    static String enrollment(MacState state) {
        return text(state, "status.enrollment." + state.approval().word());
    }

    /** {@code status -type configuration}. */
    static String configuration(MacState state) {
        int count = state.profiles().size();
        String id = count == 0 ? "none" : count == 1 ? "one" : "many";
        return text(state, "status.configuration." + id);
    }

    /** {@code status -type bootstraptoken}; a server takes tokens if its enrollment profile says so. */
    static String bootstrapToken(MacState state) {
        return text(state, "status.bootstraptoken." + (state.approval() == Approval.NONE ? "no" : "yes"));
    }

    /** {@code show -type enrollment}. */
    static String record(MacState state) {
        return text(state, "show.enrollment." + (state.approval() == Approval.AUTOMATED ? "automated" : "none"));
    }

    private static String text(MacState state, String factId) {
        String server = state.server().map(URI::toString).orElse("");
        return ToolTexts.find(factId, state.mac().macos())
                .map(text -> Template.fill(
                                text,
                                Map.of(
                                        "server", server,
                                        "url", server,
                                        "count",
                                                Integer.toString(
                                                        state.profiles().size())))
                        + "\n")
                .orElse("");
    }
}
