// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator;

import dev.cmdm.simulator.json.BadFieldException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Starts the simulator. */
@Command(
        name = "cmdm-simulator",
        description = "Simulated Macs and simulated MDM servers, with stand-ins for Apple's tools.",
        subcommands = {RunCommand.class, FactsCommand.class, CommandLine.HelpCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    static final int USAGE = 64;
    static final int BAD_INPUT = 65;
    static final int UNAVAILABLE = 69;

    private Main() {}

    /** Runs the command given and ends the program with its exit number. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::failure)
                .setParameterExceptionHandler(Main::usage);
    }

    private static int failure(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        String what = failure instanceof NoSuchFileException ? "no such file: " : "";
        command.getErr().println("cmdm-simulator: " + what + failure.getMessage());
        return failure instanceof BadFieldException || failure instanceof NoSuchFileException ? BAD_INPUT : UNAVAILABLE;
    }

    private static int usage(ParameterException failure, String[] args) {
        PrintWriter err = failure.getCommandLine().getErr();
        err.println("cmdm-simulator: " + failure.getMessage());
        failure.getCommandLine().usage(err);
        return USAGE;
    }
}
