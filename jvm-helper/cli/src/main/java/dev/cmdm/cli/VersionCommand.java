// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.engine.Release;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cmdm version}. */
@Command(name = "version", description = "Show the version of cmdm, its contract and its Java.")
final class VersionCommand implements Callable<Integer> {
    private final Console console;

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().println("cmdm " + Release.version() + ", contract 1, Java " + Runtime.version());
        return 0;
    }
}
