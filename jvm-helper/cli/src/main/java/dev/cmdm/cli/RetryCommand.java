// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Result;
import dev.cmdm.engine.Host;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cmdm retry}. */
@Command(name = "retry", description = "Let the next run send at once what is pending for profiles.")
final class RetryCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private NamedProfiles.These profiles = new NamedProfiles.These();

    RetryCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        return new Asking(host, console, common)
                .ask(
                        profiles.request(Operation.RETRY),
                        result -> profiles.lines(
                                (Result.Released) result,
                                "will be sent anew by the next run",
                                "nothing is pending for it"),
                        result -> profiles.exit((Result.Released) result));
    }
}
