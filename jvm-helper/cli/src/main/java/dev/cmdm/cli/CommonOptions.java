// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that looks at a Mac or an MDM. */
final class CommonOptions {
    /** How an answer is written. */
    enum Format {
        /** For people. */
        text,
        /** The contract's document. */
        json
    }

    @Option(
            names = {"-o", "--output"},
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text or json.")
    Format format = Format.text;

    @Option(names = "--config", paramLabel = "FILE", description = "A file of settings, in YAML.")
    private @Nullable Path config;

    @Option(
            names = "--mdm",
            paramLabel = "PRODUCT",
            description = "The MDM's product: micromdm, nanomdm, nanohub, mdmdirector, workspaceone, jamf or fleet.")
    private @Nullable String product;

    @Option(names = "--mdm-url", paramLabel = "URL", description = "Where the MDM is.")
    private @Nullable String url;

    @Option(
            names = "--mdm-credential",
            paramLabel = "SOURCE",
            description = "Where the MDM's credential comes from: file:/path, env:NAME, keychain:ITEM or"
                    + " command:[\"program\",\"argument\"].")
    private @Nullable String credential;

    @Option(
            names = "--credential-on-device",
            description = "Allow a credential that commands every Mac of the server on this one, as a lab does.")
    private boolean credentialOnDevice;

    @Option(
            names = "--debug",
            description = "Tell of each request to the MDM and its answer, on standard error and without secrets.")
    private boolean debug;

    Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    /** What the flags set, by the names of settings. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        put(settings, "mdm.product", product);
        put(settings, "mdm.url", url);
        put(settings, "mdm.credential", credential);
        if (credentialOnDevice) {
            settings.put("credential_on_device", "true");
        }
        if (debug) {
            settings.put("debug", "true");
        }
        return settings;
    }

    private static void put(Map<String, String> settings, String name, @Nullable String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
