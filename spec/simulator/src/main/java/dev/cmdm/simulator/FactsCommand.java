// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator;

import dev.cmdm.simulator.facts.ToolTexts;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what the simulator takes for true of Apple's tools, so that a person at a Mac can confirm or refute it. */
@Command(
        name = "facts",
        description = "Lists every text of Apple's tools that is imitated: id, releases, how well known, text, source.")
final class FactsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (ToolTexts.Fact fact : ToolTexts.all()) {
            out.println(String.join(
                    "\t",
                    fact.id(),
                    fact.from()
                            + fact.before()
                                    .map(before -> " to before " + before)
                                    .orElse(" on"),
                    fact.confidence().name().toLowerCase(Locale.ROOT),
                    fact.text().replace("\n", "\\n").replace("\t", "\\t"),
                    fact.source()));
        }
        out.flush();
    }
}
