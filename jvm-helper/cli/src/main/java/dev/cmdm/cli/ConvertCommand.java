// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Inspection;
import dev.cmdm.answer.ProfileForm;
import dev.cmdm.engine.Host;
import dev.cmdm.engine.OutputFiles;
import dev.cmdm.profile.ReadProfile;
import dev.cmdm.report.InspectionText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cmdm convert}. */
@Command(name = "convert", description = "Write a profile in another form; its settings and UUIDs stay.")
final class ConvertCommand implements Callable<Integer> {
    /** The forms, as they are typed. */
    enum Form {
        /** The smallest XML. */
        xml,
        /** Apple's binary format. */
        binary,
        /** Sorted keys, a line for each value. */
        canonical
    }

    private final Host host;
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "A profile, or - for standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private String file;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORM",
            description = "xml (the smallest), binary, or canonical (sorted keys, a line for each value).")
    private Form form = Form.canonical;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it; default: standard output.")
    private @Nullable Path output;

    ConvertCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        OneFile.require(file);
        return new EachFile(host, console).inspect(List.of(file), this::convert);
    }

    private void convert(Inspection inspection) {
        if (inspection instanceof Inspection.Broken broken) {
            console.error(InspectionText.line(broken));
            return;
        }
        ReadProfile read = ((Inspection.Understood) inspection).read();
        byte[] bytes = ProfileForm.valueOf(form.name().toUpperCase(Locale.ROOT))
                .write(read.profile().content());
        if (output == null) {
            console.out().write(bytes, 0, bytes.length);
            console.out().flush();
        } else {
            OutputFiles.write(output, bytes, Optional.of(Path.of(file)).filter(Files::isRegularFile), true);
        }
        if (read.signed()) {
            console.error("note: the signature is left behind; sign it again if it is needed");
        }
    }
}
