// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Exit;
import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.Result;
import dev.cmdm.desired.FileUnreadableException;
import dev.cmdm.engine.Host;
import dev.cmdm.mdm.Command.Request.Raw;
import dev.cmdm.mdm.GivenCommand;
import dev.cmdm.report.CommandText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cmdm command}; on its own it shows its help. */
@Command(
        name = "command",
        description = "Send one command of Apple's through the MDM, beside the plan.",
        synopsisSubcommandLabel = "COMMAND")
final class CommandCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code cmdm command send}. */
    @Command(
            name = "send",
            description = "Send a command, once. Those that only ask may be sent; others need commands.allow.")
    static final class Send implements Callable<Integer> {
        private final Host host;
        private final Console console;

        @Mixin
        private CommonOptions common = new CommonOptions();

        @Mixin
        private Waiting waiting = new Waiting();

        @Parameters(
                paramLabel = "TYPE|FILE.plist",
                description = "A RequestType such as ProfileList, or a property list with the whole command.")
        private String command = "";

        Send(Host host, Console console) {
            this.host = host;
            this.console = console;
        }

        @Override
        public Integer call() {
            return waiting.ask(new Asking(host, console, common), given());
        }

        private Raw given() {
            return command.endsWith(".plist")
                    ? GivenCommand.read(bytes(Path.of(command)))
                    : GivenCommand.named(command);
        }

        private static byte[] bytes(Path file) {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new FileUnreadableException(file.toString(), "cannot be read; is it there, and a file?");
            }
        }
    }

    /** How long to wait for a result, where the server tells one. */
    static final class Waiting {
        @Option(
                names = "--wait",
                paramLabel = "SECONDS",
                description = "How long to wait for the Mac's answer, where the server tells it.")
        private @Nullable Integer seconds;

        @Option(names = "--audit", description = "Look whether it may be sent, and send nothing.")
        private boolean audit;

        int ask(Asking asking, Raw raw) {
            if (seconds != null && seconds < 0) {
                throw new UsageException("--wait must be a number from 0 up");
            }
            Request request = new Request(
                    "1",
                    Operation.COMMAND,
                    Optional.empty(),
                    Request.Readings.NONE,
                    options(),
                    new Request.Arguments(raw));
            return asking.ask(
                    request,
                    result -> CommandText.lines((Result.Commanded) result),
                    result -> exit((Result.Commanded) result));
        }

        private Request.Options options() {
            return new Request.Options(
                    audit ? Request.Mode.AUDIT : Request.Mode.ENFORCE,
                    seconds == null ? OptionalInt.empty() : OptionalInt.of(seconds),
                    Optional.empty(),
                    Set.of(),
                    OptionalInt.empty(),
                    false,
                    Set.of());
        }

        private static int exit(Result.Commanded commanded) {
            return commanded.error().map(ErrorInfo::exit).orElse(Exit.OK);
        }
    }
}
