// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.config.Settings;
import dev.cmdm.mdm.AppManifest;
import dev.cmdm.mdm.Command.Request.Raw;
import dev.cmdm.mdm.GivenCommand;
import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.ManifestException;
import dev.cmdm.mdm.ManifestWriter;
import dev.cmdm.mdm.PackageAsset;
import dev.cmdm.mdm.http.Download;
import dev.cmdm.mdm.http.HttpLimits;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Applications that a Mac is asked to install: their manifests, read and checked before anything is asked. */
public final class AppInstalls {
    private static final String TYPE = "InstallApplication";

    /** Longer than any installer of an agent is. */
    private static final long LARGEST_PACKAGE = 8L * 1024 * 1024 * 1024;

    private final Download download;

    /** Over a link. */
    AppInstalls(Link link) {
        this.download = new Download(link, HttpLimits.USUAL);
    }

    /** As this machine is set up. */
    public static AppInstalls of(Host host, Settings settings, Consumer<String> debug) {
        return new AppInstalls(new ServerLink(host, settings).of(new ServerTiming(host.time(), () -> false), debug));
    }

    /**
     * The command that makes a Mac install what a manifest names, after the manifest was fetched and the package
     * compared with it. (Apple, application.install.yaml.)
     *
     * @param here the package itself, when it lies on this machine; else it is fetched from where the manifest says
     * @throws ManifestException when a Mac could not install it
     */
    public Raw checked(String manifestUrl, Optional<Path> here) {
        byte[] bytes = download.fetch(manifestUrl, AppManifest.MAXIMUM_SIZE, InputStream::readAllBytes);
        AppManifest manifest = AppManifest.read(bytes, "the manifest");
        if (here.isPresent() && manifest.packages().size() != 1) {
            throw new ManifestException(
                    "the manifest names " + manifest.packages().size()
                            + " packages, and --package is one; leave it out, and all are fetched");
        }
        for (PackageAsset asset : manifest.packages()) {
            if (here.isPresent()) {
                check(asset, here.orElseThrow());
            } else {
                fetch(asset);
            }
        }
        return GivenCommand.of(new Dict(Map.of("RequestType", new Text(TYPE), "ManifestURL", new Text(manifestUrl))));
    }

    /**
     * The manifest of a package on this machine.
     *
     * @throws ManifestException when the package cannot be read
     */
    public static byte[] manifest(Path file, ManifestWriter.About about) {
        try (InputStream in = Files.newInputStream(file)) {
            return ManifestWriter.write(in, about);
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private void fetch(PackageAsset asset) {
        download.fetch(asset.url(), LARGEST_PACKAGE, in -> {
            asset.check(in, "the package");
            return true;
        });
    }

    private static void check(PackageAsset asset, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            asset.check(in, file.toString());
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private static ManifestException unreadable(Path file) {
        return new ManifestException(file + " cannot be read; is it there, and a file?");
    }
}
