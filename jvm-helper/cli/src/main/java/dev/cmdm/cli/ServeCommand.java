// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Exit;
import dev.cmdm.engine.Host;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cmdm serve --stdio}: a session of the contract for one run of Chef or Puppet. */
@Command(name = "serve", description = "Answer requests of the contract, one a line, until input ends.")
final class ServeCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--stdio", required = true, description = "Over standard input and output.")
    @SuppressWarnings("UnusedVariable") // there is no other way to serve yet, but scripts say which they mean
    private boolean stdio;

    ServeCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (Session session = new Session(host, new Lines(console.in(), console.out()), common, console::debug)) {
            session.serve();
            return Exit.OK;
        }
    }
}
