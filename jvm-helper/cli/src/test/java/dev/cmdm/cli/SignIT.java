// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing and verifying with the shipped jar, with openssl as the other side. */
class SignIT {
    private static SimulatedMac mac;
    private static Path profile;
    private static SigningKeys keys;

    private final Shipped cmdm = new Shipped(mac).with("KEY_PASSWORD", SigningKeys.PASSWORD);

    @BeforeAll
    static void makeKeys() {
        assumeTrue(SigningKeys.openssl(), "openssl is not installed");
        mac = World.mac(World.Product.MICROMDM);
        profile = mac.declare("com.acme.a", 600);
        keys = new SigningKeys(mac)
                .make("rsa", "-newkey", "rsa:2048")
                .make("ec", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384")
                .make("pss", "-newkey", "rsa-pss", "-pkeyopt", "rsa_keygen_bits:2048");
    }

    @ParameterizedTest
    @CsvSource({"rsa, RSA with SHA-256", "ec, EC with SHA-256", "pss, RSASSA-PSS with SHA-256"})
    void opensslAndTheJarAgreeOnWhatTheJarSigned(String name, String algorithm) {
        Path byPkcs12 = keys.file(name + "-p12.mobileconfig");
        Path byPem = keys.file(name + "-pem.mobileconfig");
        sign("--identity", keys.file(name + ".p12").toString(), "--output", byPkcs12.toString(), profile.toString());
        sign(
                "--identity",
                keys.file(name + ".pem").toString(),
                "--key",
                keys.file(name + ".locked").toString(),
                "--output",
                byPem.toString(),
                profile.toString());
        for (Path signed : List.of(byPkcs12, byPem)) {
            assertThat(keys.verify(signed, name)).isEqualTo(SigningKeys.read(profile));
            Ended verified = cmdm.run("verify", "-o", "json", signed.toString());
            assertThat(verified.exit()).as(verified.toString()).isZero();
            assertThat(verified.out())
                    .contains("\"subject\":\"CN=" + name + "\"", "\"algorithm\":\"" + algorithm + "\"")
                    .contains("\"signatureValid\":true");
        }
    }

    @Test
    void aFolderIsSignedIntoAnotherAndOneBadFileStopsNoOther() throws IOException {
        Path in = Files.createDirectories(keys.file("in/deep"));
        Files.copy(profile, in.resolve("a.mobileconfig"));
        Files.copy(profile, in.resolveSibling("b.mobileconfig"));
        Files.writeString(in.resolveSibling("broken.mobileconfig"), "<plist");
        Path out = keys.file("out");
        Ended run = run(
                "sign",
                "--identity",
                keys.file("ec.p12").toString(),
                "--output",
                out.toString(),
                keys.file("in").toString());
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.startsWith("signed "));
        assertThat(run.err().lines()).singleElement().asString().contains("broken.mobileconfig", "(malformed-xml)");
        assertThat(keys.verify(out.resolve("deep/a.mobileconfig"), "ec")).isEqualTo(SigningKeys.read(profile));
        assertThat(out.resolve("broken.mobileconfig")).doesNotExist();

        Ended again = run(
                "sign",
                "--identity",
                keys.file("ec.p12").toString(),
                "-o",
                "json",
                "--output",
                out.toString(),
                in.toString());
        assertThat(again.exit()).isZero();
        Ended taken = run(
                "sign",
                "--identity",
                keys.file("ec.p12").toString(),
                "-o",
                "json",
                "--output",
                out.toString(),
                in.toString());
        assertThat(taken.exit()).isEqualTo(65);
        assertThat(taken.out()).contains("\"class\":\"output-exists\"");
    }

    @Test
    void aFileIsSignedInItsPlaceOnceAndNeverAgain() throws IOException {
        Path file = Files.copy(profile, keys.file("place.mobileconfig"));
        sign("--identity", keys.file("rsa.p12").toString(), "--in-place", file.toString());
        byte[] signed = SigningKeys.read(file);
        Ended again = sign("--identity", keys.file("ec.p12").toString(), "--in-place", file.toString());
        assertThat(again.out()).contains("unchanged", "already signed by CN=rsa");
        assertThat(SigningKeys.read(file)).isEqualTo(signed);
    }

    @Test
    void standardInputIsSignedToStandardOutput() throws IOException, InterruptedException {
        Running running =
                cmdm.start("sign", "--identity", keys.file("ec.p12").toString(), "--password", "env:KEY_PASSWORD", "-");
        running.write(Files.readString(profile).strip());
        running.process().getOutputStream().close();
        assertThat(running.process().waitFor()).isZero();
        assertThat(new String(keys.verify(running.out(), "ec"), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(profile));
    }

    @Test
    void aKeyInTheKeychainSignsThroughTheMacsOwnTool() throws IOException {
        Files.writeString(
                mac.root().resolve("identities/Acme: Signing (A1).pem"),
                Files.readString(keys.file("rsa.key")) + Files.readString(keys.file("rsa.pem")));
        Path signed = keys.file("keychain.mobileconfig");
        Ended run = cmdm.run(
                "sign", "--identity", "keychain:Acme: Signing (A1)", "--output", signed.toString(), profile.toString());
        assertThat(run.exit()).as(run.toString()).isZero();
        assertThat(keys.verify(signed, "rsa")).isEqualTo(SigningKeys.read(profile));

        Ended nobody = cmdm.run(
                "sign",
                "--identity",
                "keychain:Nobody",
                "--output",
                keys.file("no").toString(),
                profile.toString());
        assertThat(nobody.exit()).isEqualTo(78);
        assertThat(nobody.err()).contains("keychain:Nobody", "security find-identity -v", "(signing-identity)");
        assertThat(keys.file("no")).doesNotExist();
    }

    @Test
    void whatIsNotInAGoodSignatureEndsWith65() throws IOException {
        Path signed = keys.file("changed.mobileconfig");
        sign("--identity", keys.file("rsa.p12").toString(), "--output", signed.toString(), profile.toString());
        byte[] bytes = SigningKeys.read(signed);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("com.acme")] ^= 1;
        Files.write(signed, bytes);
        Ended run = cmdm.run("verify", signed.toString(), profile.toString());
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.out()).contains("BAD SIGNATURE", "CN=rsa");
        assertThat(run.err()).contains("(cms-bad-signature)", "(not-signed)");
    }

    @Test
    void usageThatCouldOverwriteSomethingIsRefused() {
        String identity = keys.file("rsa.p12").toString();
        String file = profile.toString();
        for (List<String> options : List.of(
                List.of(file),
                List.of("--in-place", "--output", "x", file),
                List.of("--in-place", "-"),
                List.of("-o", "json", "-"),
                List.of("--output", keys.file("x").toString(), file, file))) {
            List<String> arguments = new java.util.ArrayList<>(List.of("sign", "--identity", identity));
            arguments.addAll(options);
            assertThat(cmdm.run(arguments.toArray(String[]::new)).exit())
                    .as(options.toString())
                    .isEqualTo(64);
        }
    }

    private Ended sign(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of("sign"));
        all.addAll(List.of(arguments));
        Ended run = run(all.toArray(String[]::new));
        assertThat(run.exit()).as(run.toString()).isZero();
        return run;
    }

    private Ended run(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(1, List.of("--password", "env:KEY_PASSWORD"));
        return cmdm.run(all.toArray(String[]::new));
    }
}
