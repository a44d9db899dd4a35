// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.secret.SecretSource;
import dev.cmdm.sign.IdentitySource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whose signature is asked for. */
final class IdentityOptions {
    private static final String KEYCHAIN = "keychain:";

    @Option(
            names = "--identity",
            required = true,
            paramLabel = "IDENTITY",
            description = "A PKCS#12 file, a PEM file with certificate and key, or keychain:NAME on a Mac.")
    private String identity = "";

    @Option(names = "--key", paramLabel = "FILE", description = "The private key in PEM, if it has a file of its own.")
    private @Nullable Path key;

    @Option(
            names = "--chain",
            paramLabel = "FILE",
            description = "Certificates between the signer's and one that Macs know, PEM or DER; may be repeated.")
    private List<Path> chain = new ArrayList<>();

    @Option(
            names = "--password",
            paramLabel = "SOURCE",
            description = "Where the password of the key comes from: env:NAME, file:/path, keychain:ITEM or"
                    + " command:[\"program\",\"argument\"]. Never the password itself.")
    private @Nullable String password;

    IdentitySource source(CommandSpec spec) {
        if (!identity.startsWith(KEYCHAIN)) {
            return new IdentitySource.Files(
                    Path.of(identity),
                    Optional.ofNullable(key),
                    chain,
                    Optional.ofNullable(password).map(SecretSource::parse));
        }
        String name = identity.substring(KEYCHAIN.length());
        if (name.isBlank() || key != null || !chain.isEmpty() || password != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "keychain: is followed by a name and goes without --key, --chain and --password");
        }
        return new IdentitySource.Keychain(name);
    }
}
