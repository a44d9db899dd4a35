// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Exit;
import dev.cmdm.config.Setting;
import dev.cmdm.config.Settings;
import dev.cmdm.engine.AppInstalls;
import dev.cmdm.engine.Host;
import dev.cmdm.mdm.CommandPolicy;
import dev.cmdm.mdm.ManifestWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cmdm command install-application}: has a Mac install an agent that died, or writes the manifest for that. */
@Command(
        name = "install-application",
        description = "Have this Mac install what a manifest names, after package and manifest were compared.")
final class InstallApplicationCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private CommandCommand.Waiting waiting = new CommandCommand.Waiting();

    @Option(names = "--manifest-url", paramLabel = "URL", description = "Where the manifest is, by https.")
    private @Nullable String manifestUrl;

    @Option(
            names = "--package",
            paramLabel = "FILE",
            description = "The package on this machine, to compare with; else it is fetched.")
    private @Nullable Path file;

    @Option(
            names = "--make-manifest",
            paramLabel = "FILE.pkg",
            description = "Write the manifest of a package to standard output instead. Needs --url, --id, --version.")
    private @Nullable Path made;

    @Option(names = "--url", paramLabel = "URL", description = "Where Macs will find the package.")
    private @Nullable String url;

    @Option(names = "--id", paramLabel = "ID", description = "The bundle identifier of the package.")
    private @Nullable String identifier;

    @Option(names = "--version", paramLabel = "VERSION", description = "Its bundle version.")
    private @Nullable String version;

    @Option(names = "--title", paramLabel = "TITLE", description = "As people call it; else the name of its file.")
    private @Nullable String title;

    InstallApplicationCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (made != null) {
            return make(made);
        } else if (manifestUrl == null) {
            throw new UsageException("say where the manifest is (--manifest-url), or write one (--make-manifest)");
        }
        Settings settings = host.settings(common.settings(), "the command line", common.config());
        new CommandPolicy(settings.find(Setting.COMMANDS_ALLOW)
                        .map(Settings.Value::text)
                        .orElse(""))
                .check("InstallApplication");
        AppInstalls installs = AppInstalls.of(host, settings, console::debug);
        return waiting.ask(new Asking(host, console, common), installs.checked(manifestUrl, Optional.ofNullable(file)));
    }

    private int make(Path pkg) {
        Path name = pkg.getFileName();
        if (url == null || identifier == null || version == null || name == null) {
            throw new UsageException("--make-manifest needs a file, --url, --id and --version");
        } else if (!url.startsWith("https://")) {
            throw new UsageException("--url must begin with https://, for Macs fetch by nothing else");
        }
        String called = title == null ? name.toString() : title;
        byte[] manifest = AppInstalls.manifest(pkg, new ManifestWriter.About(url, identifier, version, called));
        console.out().print(new String(manifest, StandardCharsets.UTF_8));
        return Exit.OK;
    }
}
