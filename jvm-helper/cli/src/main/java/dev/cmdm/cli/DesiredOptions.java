// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Request;
import dev.cmdm.desired.Declaration;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Ensure;
import dev.cmdm.desired.Owner;
import dev.cmdm.desired.Prefix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a command line declares. */
final class DesiredOptions {
    @Parameters(
            paramLabel = "PATH",
            description = "Profiles that shall be there: files, or folders with *.mobileconfig at any depth.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--absent",
            paramLabel = "IDENTIFIER",
            description = "A profile that shall not be there; may be repeated.")
    private List<String> absent = new ArrayList<>();

    @Option(
            names = "--complete",
            paramLabel = "PREFIX",
            description = "The list is complete for identifiers under this prefix: what it does not name goes.")
    private @Nullable String complete;

    @Option(names = "--owner", paramLabel = "NAME", defaultValue = "cli", description = "Who declares; default: cli.")
    private String owner = "cli";

    Request.Declared declared() {
        List<Declaration> declarations = new ArrayList<>();
        for (Path file : ProfileFolders.files(paths)) {
            declarations.add(
                    declaration(file.toString(), Optional.empty(), Ensure.PRESENT, new Declaration.Source.File(file)));
        }
        for (String identifier : absent) {
            declarations.add(declaration(
                    "--absent " + identifier, Optional.of(identifier), Ensure.ABSENT, new Declaration.Source.None()));
        }
        return new Request.Declared(
                new Owner(owner), Optional.ofNullable(complete).map(Prefix::new), declarations);
    }

    private static Declaration declaration(
            String label, Optional<String> identifier, Ensure ensure, Declaration.Source source) {
        return new Declaration(label, identifier, ensure, source, "", DesiredProfile.Options.DEFAULTS);
    }
}
