// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.OutputExistsException;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.Result;
import dev.cmdm.catalog.Catalogue;
import dev.cmdm.installed.Installed;
import dev.cmdm.plist.PlistWarning;
import dev.cmdm.scaffold.Scaffold;
import dev.cmdm.scaffold.ScaffoldFile;
import dev.cmdm.scaffold.Scaffolder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes down what is installed. Changes nothing on the Mac and nothing in the journal. */
final class Importing {
    /** Two listings handed over in one file are no news. */
    private static final String TEXT_AROUND = "text-around";

    private final Run run;

    Importing(Run run) {
        this.run = run;
    }

    /**
     * The answer to a request to import; every file is readable by its owner only.
     *
     * @throws OutputExistsException when a file is there and may not be replaced; then none is written
     */
    Result.Imported write(Request request) {
        Request.Importing wanted = request.arguments().importing().orElseThrow();
        Result.State state = new Surveyor(run).state(request.readings());
        Scaffold scaffold = Scaffolder.write(
                wanted.notation(), state.installed(), wanted.prefix(), new HiddenSettings(Catalogue.apple()));
        if (!wanted.overwrite()) {
            refuse(wanted.folder(), scaffold.files());
        }
        for (ScaffoldFile file : scaffold.files()) {
            Path path = wanted.folder().resolve(file.name());
            OutputFiles.write(path, file.content().toArray(), Optional.empty(), wanted.overwrite());
        }
        return new Result.Imported(state.device(), wanted.folder().toString(), scaffold, warnings(state.installed()));
    }

    private static List<String> warnings(Installed installed) {
        Stream<String> partial = installed.whole()
                ? Stream.empty()
                : Stream.of("the listing was not read as root, so there may be more; run with sudo");
        Stream<String> tolerated = installed.warnings().stream()
                .filter(warning -> !warning.code().equals(TEXT_AROUND))
                .map(PlistWarning::message);
        return Stream.concat(partial, tolerated).toList();
    }

    private static void refuse(Path folder, List<ScaffoldFile> files) {
        for (ScaffoldFile file : files) {
            Path path = folder.resolve(file.name());
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new OutputExistsException(path.toString());
            }
        }
    }
}
