// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Exit;
import dev.cmdm.answer.VerifiedFile;
import dev.cmdm.cli.CommonOptions.Format;
import dev.cmdm.engine.Host;
import dev.cmdm.engine.Input;
import dev.cmdm.engine.Verifying;
import dev.cmdm.report.VerifyText;
import dev.cmdm.wire.SignatureWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cmdm verify}. */
@Command(name = "verify", description = "Verify the signatures of profiles, and show who signed and until when.")
final class VerifyCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;
    private final List<Integer> exits = new ArrayList<>();

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Profiles: files, folders with *.mobileconfig at any depth, or - for standard input.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text or json, one object a line.")
    private Format format = Format.text;

    VerifyCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Input> inputs =
                ProfileFolders.files(paths).stream().map(this::input).toList();
        Progress progress = new Progress(host, console, inputs.size());
        new Verifying(host).verify(inputs, file -> progress.step(() -> show(file)));
        return Exit.worst(exits);
    }

    private Input input(Path path) {
        return path.toString().equals("-") ? new Input.Stream("-", console.in()) : new Input.File(path);
    }

    private void show(VerifiedFile file) {
        if (format == Format.json) {
            console.out().println(SignatureWriter.write(file));
        } else {
            console.print(VerifyText.lines(file));
        }
        file.findError().ifPresent(error -> failed(file, error));
    }

    private void failed(VerifiedFile file, ErrorInfo error) {
        exits.add(error.exit());
        if (format == Format.text) {
            console.error(file.file() + ": " + error.lineOf(file.file()));
        }
    }
}
