// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Exit;
import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Result;
import dev.cmdm.engine.Host;
import dev.cmdm.report.HistoryText;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cmdm history}. */
@Command(name = "history", description = "Show what was sent from this Mac, by whom, and what came of it.")
final class HistoryCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private NamedProfiles.Some profiles = new NamedProfiles.Some();

    @Option(
            names = {"-n", "--limit"},
            defaultValue = "50",
            paramLabel = "NUMBER",
            description = "At most so many lines, the youngest.")
    private int limit;

    HistoryCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new UsageException("--limit must be a number from 1 up");
        }
        return new Asking(host, console, common)
                .ask(
                        profiles.request(Operation.HISTORY, limit),
                        result -> HistoryText.lines((Result.Past) result, ZoneId.systemDefault()),
                        result -> Exit.OK);
    }
}
