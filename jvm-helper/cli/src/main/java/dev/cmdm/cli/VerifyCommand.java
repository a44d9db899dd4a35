// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Exit;
import dev.cmdm.answer.Inspection;
import dev.cmdm.answer.VerifiedFile;
import dev.cmdm.engine.Host;
import dev.cmdm.engine.ProfileFiles;
import dev.cmdm.engine.ProfileFiles.Named;
import dev.cmdm.engine.Verifying;
import dev.cmdm.report.InspectionText;
import dev.cmdm.report.VerifyText;
import dev.cmdm.wire.SignatureWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cmdm verify}. */
@Command(name = "verify", description = "Verify the signatures of profiles, and show who signed and until when.")
final class VerifyCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;
    private final List<Integer> exits = new ArrayList<>();

    @Mixin
    private FileOptions options = new FileOptions();

    @Option(
            names = "--authority",
            paramLabel = "FILE|FOLDER",
            description = "Certificates of an authority of your own, PEM or DER; may be repeated.")
    private List<Path> authorities = new ArrayList<>();

    VerifyCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Named> files = new ProfileFiles(console.in()).find(options.names);
        Progress progress = new Progress(host, console, files.size());
        new Verifying(host, authorities).verify(files, file -> progress.step(() -> show(file)));
        return Exit.worst(exits);
    }

    private void show(VerifiedFile file) {
        if (options.json()) {
            console.out().println(SignatureWriter.write(file));
        } else {
            console.print(VerifyText.lines(file));
        }
        file.findError().ifPresent(error -> failed(file, error));
    }

    private void failed(VerifiedFile file, ErrorInfo error) {
        exits.add(error.exit());
        if (!options.json()) {
            console.error(InspectionText.line(new Inspection.Broken(file.file(), error)));
        }
    }
}
