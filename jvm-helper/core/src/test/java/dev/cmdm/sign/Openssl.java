// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The openssl of this machine, a build requirement, in one folder of keys and files. */
public final class Openssl {
    private final Path folder;

    /** In this folder. */
    public Openssl(Path folder) {
        this.folder = folder;
    }

    /** Whether this machine has one. */
    public static boolean available() {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an envelope holds, if openssl finds that this certificate's key signed it. */
    public byte[] verify(byte[] envelope, String certificate) {
        write("envelope", envelope);
        run(
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "envelope",
                "-out",
                "verified",
                "-CAfile",
                certificate,
                "-purpose",
                "any",
                "-partial_chain");
        return read("verified");
    }

    /** A file of the folder. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** A self-signed signer: {@code NAME.pem} and {@code NAME.key}. */
    public void signer(String name, String... keyOptions) {
        List<String> command = new ArrayList<>(List.of(
                "req",
                "-x509",
                "-nodes",
                "-subj",
                "/CN=" + name + "/O=Example",
                "-days",
                "30",
                "-keyout",
                name + ".key",
                "-out",
                name + ".pem"));
        command.addAll(List.of(keyOptions));
        run(command.toArray(String[]::new));
    }

    /** Bytes signed by this signer with the content inside. */
    public byte[] sign(byte[] content, String signer, String... options) {
        write("content", content);
        List<String> command = new ArrayList<>(List.of(
                "cms",
                "-sign",
                "-binary",
                "-nodetach",
                "-outform",
                "DER",
                "-in",
                "content",
                "-out",
                "signed",
                "-signer",
                signer + ".pem",
                "-inkey",
                signer + ".key"));
        command.addAll(List.of(options));
        run(command.toArray(String[]::new));
        return read("signed");
    }

    /** What a command makes of bytes: {@code -in} and {@code -out} are added. */
    public byte[] convert(byte[] content, String... command) {
        write("content", content);
        List<String> whole = new ArrayList<>(List.of(command));
        whole.addAll(1, List.of("-in", "content", "-out", "converted"));
        run(whole.toArray(String[]::new));
        return read("converted");
    }

    /** Runs one command in the folder. */
    public void run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command + ": " + new String(read("output"), StandardCharsets.UTF_8));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("openssl, a build requirement, cannot be run", e);
        }
    }

    /** Writes a file of the folder. */
    public void write(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a file of the folder. */
    public byte[] read(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
