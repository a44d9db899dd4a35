// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Exit;
import dev.cmdm.answer.Inspection;
import dev.cmdm.answer.SignedFile;
import dev.cmdm.cli.CommonOptions.Format;
import dev.cmdm.engine.Host;
import dev.cmdm.engine.Signing;
import dev.cmdm.report.InspectionText;
import dev.cmdm.report.SignText;
import dev.cmdm.wire.SignatureWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cmdm sign}. */
@Command(name = "sign", description = "Sign profiles. One that is signed already stays as it is.")
final class SignCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;
    private final List<Integer> exits = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Mixin
    private IdentityOptions identity = new IdentityOptions();

    @Mixin
    private SigningJobs files = new SigningJobs();

    @Option(names = "-o", defaultValue = "text", paramLabel = "FORMAT", description = "text or json.")
    private Format format = Format.text;

    SignCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (files.toStandardOutput() && format == Format.json) {
            throw new ParameterException(
                    spec.commandLine(), "-o json needs --output, for - is written to standard output");
        }
        List<Signing.Job> jobs = files.jobs(spec, console);
        Signing signing = Signing.open(host, identity.source(spec));
        signing.warnings()
                .forEach(warning -> console.error("warning: " + warning.message() + " (" + warning.code() + ")"));
        Progress progress = new Progress(host, console, jobs.size());
        signing.sign(jobs, file -> progress.step(() -> show(file)));
        return Exit.worst(exits);
    }

    private void show(SignedFile file) {
        if (format == Format.json) {
            console.out().println(SignatureWriter.write(file));
        } else if (!files.toStandardOutput()) {
            SignText.findLine(file).ifPresent(console.out()::println);
        }
        if (file instanceof SignedFile.Failed failed) {
            exits.add(failed.error().exit());
            if (format == Format.text) {
                console.error(InspectionText.line(new Inspection.Broken(failed.file(), failed.error())));
            }
        }
    }
}
