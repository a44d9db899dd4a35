// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cmdm.profile.ProfileWarning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What cannot be signed with, each with an exception of its own that names the file and shows no secret. */
class IdentityErrorsTest extends EnvelopeTestBase {
    @BeforeAll
    static void lockKeys() {
        openssl.run("pkcs8", "-topk8", "-in", "rsa.key", "-out", "locked.key", "-passout", "pass:ascii");
        openssl.run("rsa", "-traditional", "-aes256", "-in", "rsa.key", "-out", "old.key", "-passout", "pass:ascii");
        KeyFormTest.pkcs12("rsa", "-macalg sha256");
    }

    @Test
    void aWrongPasswordIsToldWithItsSource() {
        for (String key : new String[] {"locked.key", "old.key"}) {
            IdentityException e = failure(IdentityPasswordException.class, "rsa.pem", key, "canary");
            assertThat(e.where()).isEqualTo(openssl.path(key).toString());
            assertThat(e)
                    .hasMessage("the password from env:PASSWORD does not open the private key; give the right one");
        }
        assertThat(failure(IdentityPasswordException.class, "identity.p12", "", "canary"))
                .hasMessageContaining("env:PASSWORD");
    }

    @Test
    void aMissingPasswordIsToldWhereOneIsNeededAndOnlyThere() {
        assertThat(failure(IdentityPasswordException.class, "rsa.pem", "locked.key", ""))
                .hasMessage(
                        "the private key is encrypted and no password is given; say where it comes from (--password)");
        assertThat(failure(IdentityPasswordException.class, "identity.p12", "", ""))
                .hasMessage("the file is encrypted and no password is given; say where it comes from (--password)");
        assertThat(open("rsa.pem", "rsa.key", "not needed").warnings()).isEmpty();
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        failure(IdentityMismatchException.class, "ec.pem", "rsa.key", "");
        failure(IdentityMismatchException.class, "ec.pem", "ec384.key", "");
        openssl.signer("second", "-newkey", "rsa:2048");
        failure(IdentityMismatchException.class, "second.pem", "rsa.key", "");
    }

    @Test
    void aFileWithoutKeyOrWithoutCertificateIsRefused() {
        openssl.run("pkcs12", "-export", "-nokeys", "-in", "rsa.pem", "-out", "nokey.p12", "-passout", "pass:ascii");
        failure(IdentityKeyMissingException.class, "rsa.pem", "", "");
        failure(IdentityKeyMissingException.class, "nokey.p12", "", "ascii");
        failure(IdentityCertificateMissingException.class, "rsa.key", "", "");
    }

    @Test
    void severalKeysAreRefused() {
        openssl.write("two.key", join("rsa.key", "ec.key"));
        failure(IdentityAmbiguousException.class, "rsa.pem", "two.key", "");
    }

    @Test
    void keysThatCannotSignHereAreRefused() {
        openssl.signer("koblitz", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:secp256k1");
        openssl.signer("edwards", "-newkey", "ed25519");
        openssl.run("pkcs8", "-topk8", "-scrypt", "-in", "rsa.key", "-out", "scrypt.key", "-passout", "pass:ascii");
        failure(IdentityUnsupportedException.class, "koblitz.pem", "koblitz.key", "");
        failure(IdentityUnsupportedException.class, "edwards.pem", "edwards.key", "");
        failure(IdentityUnsupportedException.class, "rsa.pem", "scrypt.key", "ascii");
    }

    @Test
    void aFileThatIsMissingOrNoIdentityIsRefused() {
        openssl.write("text", "neither of them".getBytes(StandardCharsets.US_ASCII));
        openssl.write("cut.key", java.util.Arrays.copyOf(openssl.read("rsa.key"), 300));
        openssl.write("large", new byte[1024 * 1024 + 1]);
        assertThat(failure(IdentityUnreadableException.class, "nowhere.pem", "", ""))
                .hasMessageContaining("missing");
        failure(IdentityUnreadableException.class, "text", "", "");
        failure(IdentityUnreadableException.class, "", "", "");
        failure(IdentityUnreadableException.class, "rsa.pem", "text", "");
        failure(IdentityUnreadableException.class, "text", "rsa.key", "");
        failure(IdentityUnreadableException.class, "rsa.pem", "cut.key", "");
        failure(IdentityUnreadableException.class, "large", "", "");
    }

    @Test
    void anOpenKeyThatOthersMayReadIsAWarning() throws IOException {
        Files.setPosixFilePermissions(openssl.path("ec.key"), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(openssl.path("locked.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(open("ec.pem", "ec.key", "").warnings())
                .extracting(ProfileWarning::code)
                .containsExactly("exposed-key");
        assertThat(open("rsa.pem", "locked.key", "ascii").warnings()).isEmpty();
    }

    private static SigningIdentity open(String file, String key, String password) {
        return identity(Clock.systemUTC(), file, key, password);
    }

    private static <E extends IdentityException> E failure(
            Class<E> expected, String file, String key, String password) {
        E e = catchThrowableOfType(expected, () -> open(file, key, password));
        assertThat(e).isNotNull();
        assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "canary");
        assertThat(e.where()).startsWith(openssl.path("").toString());
        return e;
    }

    private static byte[] join(String... files) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (String file : files) {
            all.writeBytes(openssl.read(file));
        }
        return all.toByteArray();
    }
}
