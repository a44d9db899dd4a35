// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Result;
import dev.cmdm.engine.Host;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cmdm forget}. */
@Command(
        name = "forget",
        description =
                "Let go of profiles: nothing that was sent or recorded is remembered. Changes nothing on the Mac.")
final class ForgetCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private NamedProfiles.These profiles = new NamedProfiles.These();

    ForgetCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        return new Asking(host, console, common)
                .ask(
                        profiles.request(Operation.FORGET),
                        result -> profiles.lines(
                                (Result.Released) result,
                                "nothing is remembered of it any more",
                                "nothing was remembered of it"),
                        result -> profiles.exit((Result.Released) result));
    }
}
