// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Result;
import dev.cmdm.engine.Host;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What {@code cmdm retry} and {@code cmdm forget} have in common: a person takes something out of the journal. */
abstract class ReleaseCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;
    private final Operation operation;
    private final String known;
    private final String unknown;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private NamedProfiles.These profiles = new NamedProfiles.These();

    /**
     * A command.
     *
     * @param known what is said of a profile of which something was taken out
     * @param unknown what is said of one of which there was nothing
     */
    ReleaseCommand(Host host, Console console, Operation operation, String known, String unknown) {
        this.host = host;
        this.console = console;
        this.operation = operation;
        this.known = known;
        this.unknown = unknown;
    }

    @Override
    public final Integer call() {
        return new Asking(host, console, common)
                .ask(
                        profiles.request(operation),
                        result -> profiles.lines((Result.Released) result, known, unknown),
                        result -> profiles.exit((Result.Released) result));
    }
}
