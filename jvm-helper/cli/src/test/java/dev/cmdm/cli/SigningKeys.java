// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keys and certificates made by openssl, a build requirement, in one folder. */
final class SigningKeys {
    static final String PASSWORD = "kan/ri+en\"v<g&l 8Xw?";

    private final Path folder;

    SigningKeys(SimulatedMac mac) {
        this(mac.folder());
    }

    /** In a folder of a folder. */
    SigningKeys(Path parent) {
        try {
            this.folder = Files.createDirectories(parent.resolve("keys"));
            Files.writeString(file("password"), PASSWORD + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean openssl() {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** NAME.pem, NAME.key, the same key encrypted as NAME.locked, and both as NAME.p12. */
    SigningKeys make(String name, String... keyOptions) {
        List<String> command = new ArrayList<>(List.of(
                "req",
                "-x509",
                "-nodes",
                "-subj",
                "/CN=" + name,
                "-days",
                "30",
                "-keyout",
                name + ".key",
                "-out",
                name + ".pem"));
        command.addAll(List.of(keyOptions));
        run(command.toArray(String[]::new));
        run("pkcs8", "-topk8", "-in", name + ".key", "-out", name + ".locked", "-passout", "file:password");
        run(
                "pkcs12",
                "-export",
                "-inkey",
                name + ".key",
                "-in",
                name + ".pem",
                "-out",
                name + ".p12",
                "-passout",
                "file:password");
        return this;
    }

    /** What openssl finds within, signed by this certificate's key. */
    byte[] verify(Path envelope, String name) {
        run(
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                envelope.toString(),
                "-out",
                "verified",
                "-CAfile",
                name + ".pem",
                "-purpose",
                "any");
        return read(file("verified"));
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(file("output").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + Files.readString(file("output")));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("openssl, a build requirement, cannot be run", e);
        }
    }
}
