// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cmdm.simulator.mac.TestMacs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in for the tool that signs with the keychain's keys. */
class SecurityToolTest {
    private static final String SECURITY = "usr/bin/security";
    private static final String NAME = "Acme: Signing (A1)";

    @TempDir
    private Path folder;

    private Path root;
    private Path profile;
    private Path signed;

    @BeforeEach
    void makeAMacWithAnIdentity() throws Exception {
        assumeTrue(available(), "openssl is not installed");
        root = folder.resolve("a Mac's root");
        profile = Files.writeString(folder.resolve("a profile"), "content\r\n\n");
        signed = folder.resolve("a signed profile");
        ToolFolder.write(root, TestMacs.settings("15.1"), 1);
        openssl(
                "req",
                "-x509",
                "-nodes",
                "-newkey",
                "rsa:2048",
                "-subj",
                "/CN=x",
                "-keyout",
                "key",
                "-out",
                "certificate");
        Files.writeString(
                root.resolve("identities/" + NAME + ".pem"),
                Files.readString(folder.resolve("key")) + Files.readString(folder.resolve("certificate")));
    }

    @Test
    void signsWithAnIdentityInTheFormThatMacsWrite() throws Exception {
        assertThat(sign(NAME, "-H", "SHA256", "-G")).isEqualTo(new Tool.Result(0, ""));
        assertThat(Files.readAllBytes(signed)).startsWith(0x30, 0x80);
        openssl(
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                signed.toString(),
                "-CAfile",
                "certificate",
                "-purpose",
                "any",
                "-out",
                "opened");
        assertThat(Files.readString(folder.resolve("opened"))).isEqualTo("content\r\n\n");
    }

    @Test
    void putsTheWholeChainIntoTheMessage() throws Exception {
        openssl("req", "-x509", "-nodes", "-newkey", "rsa:2048", "-subj", "/CN=y", "-keyout", "key2", "-out", "other");
        Path identity = root.resolve("identities/" + NAME + ".pem");
        Files.writeString(identity, Files.readString(identity) + Files.readString(folder.resolve("other")));
        sign(NAME);
        openssl("cms", "-cmsout", "-noout", "-inform", "DER", "-in", signed.toString(), "-certsout", "certificates");
        assertThat(Files.readString(folder.resolve("certificates")).split("-----BEGIN CERT"))
                .hasSize(3);
    }

    @Test
    void opensWhatItSigned() throws Exception {
        sign(NAME);
        assertThat(Tool.run(root, SECURITY, "cms", "-D", "-i", signed.toString()))
                .isEqualTo(new Tool.Result(0, "content\r\n\n"));
        Files.writeString(signed, "no message");
        assertThat(Tool.run(root, SECURITY, "cms", "-D", "-i", signed.toString())
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void refusesAnIdentityThatIsNotThere() throws Exception {
        for (String name : List.of("Nobody", "../identities/" + NAME, "")) {
            assertThat(sign(name).exit()).isEqualTo(1);
            assertThat(signed).doesNotExist();
        }
        assertThat(Tool.run(root, SECURITY, "list-keychains").exit()).isEqualTo(2);
    }

    @Test
    void listsTheIdentities() throws Exception {
        assertThat(Tool.run(root, SECURITY, "find-identity", "-v").text().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches(" +1\\) [0-9A-F]{40} \"Acme: Signing \\(A1\\)\""),
                        line -> assertThat(line.strip()).isEqualTo("1 valid identities found"));
    }

    private Tool.Result sign(String name, String... options) throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("cms", "-S", "-N", name, "-i", profile.toString(), "-o", signed.toString()));
        arguments.addAll(1, List.of(options));
        return Tool.run(root, SECURITY, arguments.toArray(String[]::new));
    }

    private void openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertThat(process.waitFor()).as(() -> command.toString()).isZero();
    }

    private static boolean available() throws InterruptedException {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
