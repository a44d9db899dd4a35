// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Request;
import dev.cmdm.desired.Channel;
import dev.cmdm.desired.Declaration;
import dev.cmdm.desired.DesiredProfile.Options;
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

    @Option(
            names = "--fill",
            description = "Fill {{serial}}, {{udid}} and {{secret:NAME}} in these profiles; elsewhere they stay text.")
    private boolean fill;

    @Option(names = "--resign", description = "Send again what was delivered with another signature.")
    private boolean resign;

    @Option(
            names = "--channel",
            paramLabel = "auto|mdm|local",
            description = "By which way these profiles may come; default: auto.")
    private String channel = "auto";

    @Option(
            names = "--allow-cut",
            description = "Let local copies make way although this Mac may lose its network in between.")
    private boolean allowCut;

    @Option(names = "--owner", paramLabel = "NAME", defaultValue = "cli", description = "Who declares; default: cli.")
    private String owner = "cli";

    /**
     * What is declared.
     *
     * @throws UsageException when nothing is, or a prefix or an owner is blank, as from a variable that is not set
     */
    Request.Declared declared() {
        if (paths.isEmpty() && absent.isEmpty()) {
            throw new UsageException("nothing is declared; name profiles, folders or --absent IDENTIFIER");
        }
        List<Declaration> declarations = new ArrayList<>();
        for (Path file : ProfileFolders.files(paths)) {
            declarations.add(
                    declaration(file.toString(), Optional.empty(), Ensure.PRESENT, new Declaration.Source.File(file)));
        }
        for (String identifier : absent) {
            declarations.add(declaration(
                    "--absent " + identifier, Optional.of(identifier), Ensure.ABSENT, new Declaration.Source.None()));
        }
        if (declarations.isEmpty() && complete == null) {
            throw new UsageException("no *.mobileconfig is in " + paths.get(0)
                    + "; an empty list says something only with --complete PREFIX");
        }
        try {
            return new Request.Declared(
                    new Owner(owner), Optional.ofNullable(complete).map(Prefix::new), declarations);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private Declaration declaration(
            String label, Optional<String> identifier, Ensure ensure, Declaration.Source source) {
        return new Declaration(label, identifier, ensure, source, "", options());
    }

    private Channel channel() {
        return switch (channel) {
            case "auto" -> Channel.AUTO;
            case "mdm" -> Channel.MDM;
            case "local" -> Channel.LOCAL;
            default -> throw new UsageException("--channel must be auto, mdm or local");
        };
    }

    private Options options() {
        Options usual = Options.DEFAULTS;
        return new Options(
                channel(),
                usual.stamp(),
                usual.payloadUuids(),
                fill,
                resign,
                allowCut,
                usual.replaces(),
                usual.legacyUuids());
    }
}
