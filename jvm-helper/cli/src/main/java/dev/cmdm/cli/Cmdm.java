// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Errors;
import dev.cmdm.answer.Exit;
import dev.cmdm.engine.Host;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code cmdm}; on its own it shows its help. */
final class Cmdm implements Runnable {
    static {
        // At each start picocli looks for a converter to every type of these packages; no option here has one of them.
        System.setProperty("picocli.converters.excludes", "java[.](sql|time)[.].*");
    }

    private static final String NAME = "cmdm";

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final OptionSpec stacktrace =
            flag("--stacktrace").description("Show where an error came from.").build();
    private final OptionSpec help =
            flag("-h", "--help").usageHelp(true).description("Show this help.").build();
    private final Console console;

    private Cmdm(Console console) {
        this.console = console;
    }

    /** Runs a command; the result is the exit number. */
    static int run(Host host, Console console, String... args) {
        Cmdm cmdm = new Cmdm(console);
        Map<String, Supplier<Object>> commands = commands(host, console);
        Supplier<Object> named = args.length == 0 ? null : commands.get(args[0]);
        return named == null
                ? cmdm.execute(cmdm.whole(commands), args)
                : cmdm.execute(cmdm.alone(args[0], named.get()), Arrays.copyOfRange(args, 1, args.length));
    }

    /** All commands, for help and advice. */
    private CommandLine whole(Map<String, Supplier<Object>> commands) {
        spec.name(NAME);
        spec.usageMessage()
                .description("Keeps the configuration profiles of this Mac as declared, through the MDM.")
                .synopsisSubcommandLabel("COMMAND");
        spec.addOption(stacktrace).addOption(help);
        CommandLine line = new CommandLine(spec);
        commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        return line;
    }

    /** The one command that is named, for every other and the one around them would cost a start some time. */
    private CommandLine alone(String name, Object command) {
        CommandLine line = command instanceof CommandLine made ? made : new CommandLine(command);
        line.setCommandName(NAME + " " + name);
        line.getCommandSpec().addOption(stacktrace).addOption(help);
        return line;
    }

    private static OptionSpec.Builder flag(String... names) {
        return OptionSpec.builder(names).type(boolean.class).scopeType(CommandLine.ScopeType.INHERIT);
    }

    private int execute(CommandLine line, String... args) {
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((e, arguments) -> usage(e));
        line.setExecutionExceptionHandler((e, command, result) -> failed(e));
        return told(line.execute(args));
    }

    /** An answer that did not get out is none. */
    private int told(int exit) {
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
        commands.put(
                "command",
                () -> new CommandLine(new CommandCommand())
                        .addSubcommand(new CommandCommand.Send(host, console))
                        .addSubcommand(new InstallApplicationCommand(host, console)));
        commands.put("call", () -> new CallCommand(host, console));
        commands.put("serve", () -> new ServeCommand(host, console));
        commands.put("doctor", () -> new DoctorCommand(host, console));
        commands.put("version", () -> new VersionCommand(console));
        commands.put("train", () -> new TrainCommand(host));
        return commands;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private int usage(ParameterException e) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        console.error(words(e) + "; see " + name + " --help");
        return Exit.USAGE;
    }

    private String words(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && e.getCommandLine().getCommandSpec() == spec) {
            List<String> near = unmatched.getSuggestions();
            return "there is no command " + unmatched.getUnmatched().get(0)
                    + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?");
        }
        String message = String.valueOf(e.getMessage());
        return message.startsWith("Error: ") ? message.substring("Error: ".length()) : message;
    }

    private int failed(Exception e) {
        if (Boolean.TRUE.equals(stacktrace.getValue())) {
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
