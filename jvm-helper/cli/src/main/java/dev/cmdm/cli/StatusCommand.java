// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Exit;
import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Result;
import dev.cmdm.answer.Standing;
import dev.cmdm.engine.Host;
import dev.cmdm.report.StatusText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cmdm status}. */
@Command(name = "status", description = "Show what was sent and is not seen yet or failed, and what happens next.")
final class StatusCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private NamedProfiles.Some profiles = new NamedProfiles.Some();

    @Option(names = "--detailed-exitcode", description = "1 failed, 3 pending.")
    private boolean detailed;

    StatusCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        return new Asking(host, console, common)
                .ask(
                        profiles.request(Operation.STATUS),
                        result -> StatusText.lines(
                                (Result.Status) result, host.time().now()),
                        result -> detailed ? exit((Result.Status) result) : Exit.OK);
    }

    private static int exit(Result.Status status) {
        if (status.standings().isEmpty()) {
            return Exit.OK;
        }
        return status.standings().stream().anyMatch(Standing::failed) ? Exit.FAILED : Exit.PENDING;
    }
}
