// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Errors;
import dev.cmdm.answer.Exit;
import dev.cmdm.engine.Host;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

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
        CommandLine line = new CommandLine(root);
        wanted(commands(host, console), args).forEach((name, command) -> line.addSubcommand(name, command.get()));
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((e, arguments) -> usage(e, console));
        line.setExecutionExceptionHandler((e, command, result) -> root.failed(e, console));
        return told(line.execute(args), console);
    }

    /** An answer that did not get out is none. */
    private static int told(int exit, Console console) {
        if (!console.out().checkError()) {
            return exit;
        }
        console.error("standard output could not be written; is its disk full, or did its reader end?");
        return exit == Exit.OK ? Exit.FAILED : exit;
    }

    /** Every command in the order in which help lists them. */
    private static Map<String, Supplier<Object>> commands(Host host, Console console) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("state", () -> new StateCommand(host, console));
        commands.put("plan", () -> new PlanCommand(host, console));
        commands.put("apply", () -> new ApplyCommand(host, console));
        commands.put("status", () -> new StatusCommand(host, console));
        commands.put("history", () -> new HistoryCommand(host, console));
        commands.put("retry", () -> new RetryCommand(host, console));
        commands.put("forget", () -> new ForgetCommand(host, console));
        commands.put("import", () -> new ImportCommand(host, console));
        commands.put("lint", () -> new LintCommand(host, console));
        commands.put("explain", () -> new ExplainCommand(console));
        commands.put("inspect", () -> new InspectCommand(host, console));
        commands.put("fingerprint", () -> new FingerprintCommand(host, console));
        commands.put("diff", () -> new DiffCommand(host, console));
        commands.put("convert", () -> new ConvertCommand(host, console));
        commands.put("sign", () -> new SignCommand(host, console));
        commands.put("verify", () -> new VerifyCommand(host, console));
        commands.put(
                "config",
                () -> new CommandLine(new ConfigCommand()).addSubcommand(new ConfigCommand.Show(host, console)));
        commands.put("call", () -> new CallCommand(host, console));
        commands.put("serve", () -> new ServeCommand(host, console));
        commands.put("doctor", () -> new DoctorCommand(host, console));
        commands.put("version", () -> new VersionCommand(console));
        commands.put("train", () -> new TrainCommand(host));
        return commands;
    }

    /** The one command that the first argument names, for each costs a start some time; else all, for help and advice. */
    private static Map<String, Supplier<Object>> wanted(Map<String, Supplier<Object>> all, String... args) {
        Supplier<Object> named = args.length == 0 ? null : all.get(args[0]);
        return named == null ? all : Map.of(args[0], named);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int usage(ParameterException e, Console console) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        console.error(words(e) + "; see " + name + " --help");
        return Exit.USAGE;
    }

    private static String words(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && e.getCommandLine().getParent() == null) {
            List<String> near = unmatched.getSuggestions();
            return "there is no command " + unmatched.getUnmatched().get(0)
                    + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?");
        }
        String message = String.valueOf(e.getMessage());
        return message.startsWith("Error: ") ? message.substring("Error: ".length()) : message;
    }

    private int failed(Exception e, Console console) {
        if (stacktrace) {
            e.printStackTrace(console.err());
        }
        console.endProgress();
        if (e instanceof UsageException) {
            console.error(e.getMessage() + "; see cmdm --help");
            return Exit.USAGE;
        }
        ErrorInfo error = Errors.of(e instanceof RuntimeException cause ? cause : new IllegalStateException(e));
        console.error(error.line());
        return error.exit();
    }
}
