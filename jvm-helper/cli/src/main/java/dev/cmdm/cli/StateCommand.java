// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.Result;
import dev.cmdm.engine.Host;
import dev.cmdm.report.StateText;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cmdm state}. */
@Command(name = "state", description = "Show what is installed on this Mac and who put it there.")
final class StateCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;

    @Mixin
    private CommonOptions common = new CommonOptions();

    StateCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        Request request =
                new Request("1", Operation.STATE, Optional.empty(), Request.Readings.NONE, Request.Options.DEFAULTS);
        return new Asking(host, console, common)
                .ask(request, result -> StateText.lines((Result.State) result), result -> 0);
    }
}
