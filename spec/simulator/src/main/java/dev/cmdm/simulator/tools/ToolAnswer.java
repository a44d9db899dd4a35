// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.tools;

import dev.cmdm.simulator.facts.MacosVersion;
import dev.cmdm.simulator.facts.Template;
import dev.cmdm.simulator.facts.ToolTexts;
import java.util.Map;

/**
 * What a tool prints and ends with.
 *
 * @param exitCode 0 for success
 * @param text for standard output, where Apple's tool prints its failures too; empty on success
 */
record ToolAnswer(int exitCode, String text) {
    static final ToolAnswer SUCCESS = new ToolAnswer(0, "");

    static ToolAnswer failure(String factId, MacosVersion macos, Map<String, String> values) {
        return new ToolAnswer(1, Template.fill(ToolTexts.get(factId, macos), values) + "\n");
    }

    /** Both as they go over the socket: a line with the exit code, then the text. */
    String wire() {
        return exitCode + "\n" + text;
    }
}
