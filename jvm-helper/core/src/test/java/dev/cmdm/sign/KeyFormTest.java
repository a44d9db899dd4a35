// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form in which openssl, of any version, and a Mac write a private key. */
class KeyFormTest extends EnvelopeTestBase {
    private static final String PASSWORD = "p\u00e4ss word";

    @BeforeAll
    static void makeMoreSigners() {
        openssl.signer("pss", "-newkey", "rsa-pss", "-pkeyopt", "rsa_keygen_bits:2048");
        openssl.write("password", (PASSWORD + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ec", "ec384", "pss"})
    void signsWithAKeyInPkcs8(String signer) {
        assertSigns(signer, signer + ".key", "");
    }

    @ParameterizedTest
    @CsvSource({"rsa, rsa", "ec, ec", "ec384, ec"})
    void signsWithAKeyInTheTraditionalForm(String signer, String kind) {
        openssl.run(traditional(kind, signer));
        assertSigns(signer, "traditional.key", "");
    }

    @ParameterizedTest
    @CsvSource({"rsa, rsa, -aes256", "rsa, rsa, -des3", "ec, ec, -aes128", "ec384, ec, -aes256"})
    void signsWithAnEncryptedKeyInTheTraditionalForm(String signer, String kind, String cipher) {
        openssl.run(
                Stream.concat(Stream.of(traditional(kind, signer)), Stream.of(cipher, "-passout", "file:" + "password"))
                        .toArray(String[]::new));
        assertSigns(signer, "traditional.key", PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "rsa, -v2 aes-256-cbc", "ec, -v2 aes-128-cbc", "pss, -v2 aes-192-cbc",
        "rsa, -v2 des3", "rsa, -v2 aes-256-cbc -v2prf hmacWithSHA512", "ec384, -v2 des3 -v2prf hmacWithSHA1",
        "rsa, -v1 PBE-SHA1-3DES"
    })
    void signsWithAnEncryptedKeyInPkcs8(String signer, String options) {
        String password = options.startsWith("-v1") ? "ascii" : PASSWORD;
        openssl.write("password1", (password + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        openssl.run(Stream.concat(
                        Stream.of(
                                "pkcs8",
                                "-topk8",
                                "-in",
                                signer + ".key",
                                "-out",
                                "locked.key",
                                "-passout",
                                "file:password1"),
                        Stream.of(options.split(" ")))
                .toArray(String[]::new));
        assertSigns(signer, "locked.key", password);
    }

    @ParameterizedTest
    @CsvSource({
        "rsa, -keypbe AES-256-CBC -certpbe AES-256-CBC -macalg sha256",
        "ec, -keypbe AES-256-CBC -certpbe AES-256-CBC -macalg sha256",
        "pss, -keypbe AES-256-CBC -certpbe AES-256-CBC -macalg sha256",
        "ec384, -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1"
    })
    void signsWithPkcs12(String signer, String options) {
        pkcs12(signer, options);
        SigningIdentity identity = identity(Clock.systemUTC(), "identity.p12", "", "ascii");
        assertThat(openssl.verify(identity.sign(CONTENT), signer + ".pem")).isEqualTo(CONTENT);
    }

    @Test
    void findsKeyAndCertificateInOneFileInAnyOrder() {
        openssl.write("one.pem", concat("ec.key", "rsa.pem", "ec.pem"));
        SigningIdentity identity = identity(Clock.systemUTC(), "one.pem", "", "");
        assertThat(openssl.verify(identity.sign(CONTENT), "ec.pem")).isEqualTo(CONTENT);
    }

    private static void assertSigns(String signer, String key, String password) {
        SigningIdentity identity = identity(Clock.systemUTC(), signer + ".pem", key, password);
        byte[] envelope = identity.sign(CONTENT);
        assertThat(open(envelope).content().toArray()).isEqualTo(CONTENT);
        assertThat(openssl.verify(envelope, signer + ".pem")).isEqualTo(CONTENT);
    }

    static void pkcs12(String signer, String options) {
        openssl.run(Stream.concat(
                        Stream.of(
                                "pkcs12",
                                "-export",
                                "-inkey",
                                signer + ".key",
                                "-in",
                                signer + ".pem",
                                "-out",
                                "identity.p12",
                                "-passout",
                                "pass:ascii"),
                        Stream.of(options.split(" ")))
                .toArray(String[]::new));
    }

    private static String[] traditional(String kind, String signer) {
        String[] rsa = {"rsa", "-traditional", "-in", signer + ".key", "-out", "traditional.key"};
        String[] ec = {"ec", "-in", signer + ".key", "-out", "traditional.key"};
        return kind.equals("rsa") ? rsa : ec;
    }

    private static byte[] concat(String... files) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (String file : files) {
            all.writeBytes(openssl.read(file));
        }
        return all.toByteArray();
    }
}
