// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.Result;
import dev.cmdm.desired.Prefix;
import dev.cmdm.engine.Host;
import dev.cmdm.report.ImportText;
import dev.cmdm.scaffold.Notation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cmdm import}. */
@Command(
        name = "import",
        description = "Write what is installed for Chef, Puppet or as files, and say what could not be recovered.")
final class ImportCommand implements Callable<Integer> {
    /** The notations, as they are typed. */
    enum As {
        /** A recipe. */
        chef,
        /** A manifest. */
        puppet,
        /** Data of Hiera. */
        hiera,
        /** Profiles as they are. */
        files
    }

    private final Host host;
    private final Console console;

    @Option(
            names = "--as",
            required = true,
            paramLabel = "NOTATION",
            description = "chef (a recipe), puppet (a manifest), hiera (data of the class cmdm) or files.")
    private As notation = As.files;

    @Option(names = "--output", required = true, paramLabel = "FOLDER", description = "Where to write.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Path folder;

    @Option(names = "--prefix", paramLabel = "PREFIX", description = "Only profiles whose identifier is under it.")
    private @Nullable String prefix;

    @Option(names = "--overwrite", description = "Replace files that are there.")
    private boolean overwrite;

    @ArgGroup(exclusive = false)
    private @Nullable ReadingOptions readings;

    @Option(names = "-o", defaultValue = "text", paramLabel = "FORMAT", description = "text or json.")
    private CommonOptions.Format format = CommonOptions.Format.text;

    ImportCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        CommonOptions common = new CommonOptions();
        common.format = format;
        Request request = new Request(
                "1",
                Operation.IMPORT,
                Optional.empty(),
                readings == null ? Request.Readings.NONE : readings.read(console.in()),
                Request.Options.DEFAULTS,
                new Request.Arguments(importing()));
        return new Asking(host, console, common)
                .ask(request, result -> ImportText.lines((Result.Imported) result), result -> 0);
    }

    private Request.Importing importing() {
        if (folder.toString().isEmpty() || (Files.exists(folder) && !Files.isDirectory(folder))) {
            throw new UsageException("--output names no folder");
        }
        Notation wanted = Notation.valueOf(notation.name().toUpperCase(Locale.ROOT));
        try {
            return new Request.Importing(
                    wanted,
                    folder.toAbsolutePath().normalize(),
                    overwrite,
                    Optional.ofNullable(prefix).map(Prefix::new));
        } catch (IllegalArgumentException e) {
            throw new UsageException("the prefix is blank; is a variable not set?");
        }
    }
}
