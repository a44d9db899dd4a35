// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Errors;
import dev.cmdm.answer.Exit;
import dev.cmdm.engine.Host;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code cmdm}; on its own it shows its help. */
@Command(
        name = "cmdm",
        description = "Keeps the configuration profiles of this Mac as declared, through the MDM.",
        mixinStandardHelpOptions = false,
        synopsisSubcommandLabel = "COMMAND")
final class Cmdm implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @CommandLine.Option(
            names = "--stacktrace",
            description = "Show where an error came from.",
            scope = CommandLine.ScopeType.INHERIT)
    private boolean stacktrace;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.",
            scope = CommandLine.ScopeType.INHERIT)
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    /** Runs a command; the result is the exit number. */
    static int run(Host host, Console console, String... args) {
        Cmdm root = new Cmdm();
        CommandLine line = new CommandLine(root)
                .addSubcommand(new StateCommand(host, console))
                .addSubcommand(new PlanCommand(host, console))
                .addSubcommand(new ApplyCommand(host, console))
                .addSubcommand(new StatusCommand(host, console))
                .addSubcommand(new HistoryCommand(host, console))
                .addSubcommand(new RetryCommand(host, console))
                .addSubcommand(new ForgetCommand(host, console))
                .addSubcommand(new InspectCommand(host, console))
                .addSubcommand(new FingerprintCommand(host, console))
                .addSubcommand(new DiffCommand(host, console))
                .addSubcommand(new ConvertCommand(host, console))
                .addSubcommand(new CallCommand(host, console))
                .addSubcommand(new ServeCommand(host, console))
                .addSubcommand(
                        new CommandLine(new ConfigCommand()).addSubcommand(new ConfigCommand.Show(host, console)))
                .addSubcommand(new LintCommand(host, console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new DoctorCommand(host, console))
                .addSubcommand(new SignCommand(host, console))
                .addSubcommand(new VerifyCommand(host, console))
                .addSubcommand(new TrainCommand(host))
                .addSubcommand(new VersionCommand(console));
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((e, arguments) -> usage(e, console));
        line.setExecutionExceptionHandler((e, command, result) -> root.failed(e, console));
        return line.execute(args);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int usage(ParameterException e, Console console) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        console.error(String.valueOf(e.getMessage()) + "; see " + name + " --help");
        return Exit.USAGE;
    }

    private int failed(Exception e, Console console) {
        if (stacktrace) {
            e.printStackTrace(console.err());
        }
        console.endProgress();
        ErrorInfo error = Errors.of(e instanceof RuntimeException cause ? cause : new IllegalStateException(e));
        console.error(error.line());
        return error.exit();
    }
}
