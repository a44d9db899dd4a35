// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.Result;
import dev.cmdm.answer.Summary;
import dev.cmdm.engine.Host;
import dev.cmdm.report.PlanText;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cmdm plan}. */
@Command(name = "plan", description = "Show what would be done to this Mac or another, and why. Changes nothing.")
final class PlanCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private DesiredOptions desired = new DesiredOptions();

    @Mixin
    private GuardOptions guards = new GuardOptions();

    @Mixin
    private HtmlOption html = new HtmlOption();

    @ArgGroup(exclusive = false)
    private @Nullable ReadingOptions readings;

    @Option(names = "--all", description = "List the profiles that stay too.")
    private boolean all;

    @Option(names = "--detailed-exitcode", description = "2 changes, 3 pending, 4 blocked.")
    private boolean detailed;

    PlanCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        Request request = new Request(
                "1",
                Operation.PLAN,
                Optional.of(desired.declared()),
                readings == null ? Request.Readings.NONE : readings.read(console.in()),
                guards.options(Request.Options.DEFAULTS));
        return new Asking(host, console, common, html)
                .ask(
                        request,
                        result -> PlanText.lines((Result.Planned) result, all),
                        result -> exit(Summary.of((Result.Planned) result)));
    }

    private int exit(Summary summary) {
        return detailed ? summary.detailedExit() : summary.exit();
    }
}
