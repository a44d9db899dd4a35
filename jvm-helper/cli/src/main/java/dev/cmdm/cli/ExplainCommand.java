// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Explanation;
import dev.cmdm.engine.Explaining;
import dev.cmdm.report.ExplainText;
import dev.cmdm.wire.ExplanationWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cmdm explain}. */
@Command(name = "explain", description = "Show what Apple says of a payload type or of one of its keys.")
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "TYPE[.KEY...]",
            description = "Such as com.apple.dock, com.apple.dock.orientation, or TopLevel.PayloadScope.")
    private String name = "";

    @Option(
            names = {"-o", "--output"},
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text or json.")
    private CommonOptions.Format format = CommonOptions.Format.text;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Explanation explanation = new Explaining().explain(name);
        if (format == CommonOptions.Format.json) {
            console.out().println(ExplanationWriter.write(explanation));
        } else {
            console.print(ExplainText.lines(explanation));
        }
        return 0;
    }
}
