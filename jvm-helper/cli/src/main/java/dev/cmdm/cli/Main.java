// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.engine.Host;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Starts the command line. */
public final class Main {
    /** Set by the launcher, which can tell: whether a person looks at standard error. */
    private static final String TERMINAL = "cmdm.terminal";

    private Main() {}

    /** Runs the command given and ends the process with its exit number. */
    public static void main(String[] args) {
        if (args.length > 0) {
            HeadStart.before(args[0]);
        }
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 8192);
        PrintStream text = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Console console = new Console(System.in, text, errors, Boolean.getBoolean(TERMINAL));
        int exit = Cmdm.run(Host.real(), console, args);
        text.flush();
        System.exit(exit);
    }
}
