// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Exit;
import dev.cmdm.answer.LintedFile;
import dev.cmdm.engine.Host;
import dev.cmdm.engine.Linting;
import dev.cmdm.engine.ProfileFiles;
import dev.cmdm.engine.ProfileFiles.Named;
import dev.cmdm.lint.Severity;
import dev.cmdm.report.LintGithub;
import dev.cmdm.report.LintJunit;
import dev.cmdm.report.LintText;
import dev.cmdm.wire.LintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cmdm lint}. */
@Command(name = "lint", description = "Compare profiles with Apple's schema and say what will not work as meant.")
final class LintCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;
    private final List<LintedFile> kept = new ArrayList<>();
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    private int files;
    private int broken;
    private boolean failed;

    @Mixin
    private LintOptions options = new LintOptions();

    LintCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        Linting linting = new Linting(
                host.profileReader(), options.macos(), host.time().now(), options.ignores(), options.together);
        List<Named> named = new ProfileFiles(console.in()).find(options.names);
        Progress progress = new Progress(host, console, named.size());
        for (Named file : named) {
            LintedFile linted = linting.lint(file);
            count(linted);
            progress.step(() -> tell(linted));
        }
        end();
        return failed || broken > 0 ? Exit.DATA : Exit.OK;
    }

    private void tell(LintedFile linted) {
        switch (options.format) {
            case text -> console.print(LintText.lines(linted));
            case json -> console.out().println(LintWriter.write(linted));
            case github -> console.print(LintGithub.lines(linted));
            case junit -> kept.add(linted);
        }
    }

    private void end() {
        if (options.format == LintOptions.Format.junit) {
            console.print(LintJunit.lines(kept, options.failOn()));
        } else if (options.format == LintOptions.Format.text) {
            console.out()
                    .println(LintText.sum(
                            files,
                            broken,
                            counts.getOrDefault(Severity.ERROR, 0L),
                            counts.getOrDefault(Severity.WARNING, 0L),
                            counts.getOrDefault(Severity.INFO, 0L)));
        }
    }

    private void count(LintedFile linted) {
        files++;
        broken += linted instanceof LintedFile.Broken ? 1 : 0;
        for (Severity severity : Severity.values()) {
            counts.merge(severity, linted.count(severity), Long::sum);
        }
        failed |= options.failOn()
                .filter(worst -> !linted.atLeast(worst).isEmpty())
                .isPresent();
    }
}
