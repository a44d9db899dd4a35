// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Answer;
import dev.cmdm.answer.Result;
import dev.cmdm.answer.Summary;
import dev.cmdm.engine.Host;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cmdm call}: one request of the contract on standard input, its lines on standard output. */
@Command(name = "call", description = "Answer one request of the contract, read from standard input.")
final class CallCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;

    @Mixin
    private CommonOptions common = new CommonOptions();

    CallCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (Session session = new Session(host, new Lines(console.in(), console.out()), common, console::debug)) {
            return session.serveOne().map(CallCommand::exit).orElse(dev.cmdm.answer.Exit.USAGE);
        }
    }

    private static int exit(Answer answer) {
        if (answer instanceof Answer.Failure failure) {
            return failure.error().exit();
        }
        return Optional.of(((Answer.Success) answer).result())
                .filter(Result.Planned.class::isInstance)
                .map(result -> Summary.of((Result.Planned) result).exit())
                .orElse(0);
    }
}
