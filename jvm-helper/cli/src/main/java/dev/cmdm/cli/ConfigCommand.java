// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Exit;
import dev.cmdm.config.Settings;
import dev.cmdm.engine.Host;
import dev.cmdm.report.SettingsText;
import dev.cmdm.wire.SettingsWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cmdm config}; on its own it shows its help. */
@Command(name = "config", description = "Show the settings that hold.", synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code cmdm config show}. */
    @Command(name = "show", description = "Show every setting that holds; a secret only by its source.")
    static final class Show implements Callable<Integer> {
        private final Host host;
        private final Console console;

        @Mixin
        private CommonOptions common = new CommonOptions();

        @Option(names = "--origin", description = "Say where each was set.")
        private boolean origin;

        Show(Host host, Console console) {
            this.host = host;
            this.console = console;
        }

        @Override
        public Integer call() {
            Settings settings = host.settings(common.settings(), "the command line", common.config());
            if (common.format == CommonOptions.Format.json) {
                console.out().println(SettingsWriter.write(settings));
            } else {
                console.print(SettingsText.lines(settings, origin));
            }
            return Exit.OK;
        }
    }
}
