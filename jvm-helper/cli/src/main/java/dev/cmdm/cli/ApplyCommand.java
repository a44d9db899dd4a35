// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.Result;
import dev.cmdm.answer.Summary;
import dev.cmdm.engine.Host;
import dev.cmdm.report.ApplyText;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cmdm apply}. */
@Command(name = "apply", description = "Do it, wait for this Mac, and tell what was seen.")
final class ApplyCommand implements Callable<Integer> {
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

    @Option(names = "--wait", paramLabel = "SECONDS", description = "How long to wait for this Mac; default: 60.")
    private @Nullable Integer wait;

    @ArgGroup
    private ShownOptions shown = new ShownOptions();

    @Option(
            names = {"--dry-run", "--audit"},
            description = "Plan and report everything, and change nothing.")
    private boolean audit;

    @Option(names = "--detailed-exitcode", description = "2 changed, 3 pending, 4 blocked.")
    private boolean detailed;

    ApplyCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        Request request =
                new Request("1", Operation.APPLY, Optional.of(desired.declared()), Request.Readings.NONE, options());
        return new Asking(host, console, common, html)
                .ask(
                        request,
                        result -> ApplyText.lines((Result.Planned) result),
                        result -> exit(Summary.of((Result.Planned) result)));
    }

    private Request.Options options() {
        if (wait != null && wait < 0) {
            throw new UsageException("--wait must be a number of seconds from 0 up");
        }
        Request.Options defaults = guards.options(Request.Options.DEFAULTS);
        return new Request.Options(
                audit ? Request.Mode.AUDIT : defaults.mode(),
                wait == null ? defaults.waitSeconds() : OptionalInt.of(wait),
                shown.read(console.in()),
                defaults.only(),
                defaults.removalLimit(),
                defaults.allowEmpty(),
                defaults.keep());
    }

    private int exit(Summary summary) {
        return detailed ? summary.detailedExit() : summary.exit();
    }
}
