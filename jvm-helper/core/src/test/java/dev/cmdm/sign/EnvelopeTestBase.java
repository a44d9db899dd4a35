// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cmdm.process.ProcessRunner;
import dev.cmdm.profile.EnvelopeOpener.Opened;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.profile.ProfileWarning;
import dev.cmdm.secret.SecretSource;
import dev.cmdm.secret.Secrets;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Signers made by openssl, and openers that judge them at a chosen time. */
abstract class EnvelopeTestBase {
    static final byte[] CONTENT = "the signed content, which is any bytes".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    static Openssl openssl;

    @BeforeAll
    static void makeSigners() {
        assumeTrue(Openssl.available(), "openssl is not installed");
        openssl = new Openssl(folder);
        openssl.signer("rsa", "-newkey", "rsa:2048");
        openssl.signer("ec", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
        openssl.signer("ec384", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384");
    }

    static void issued(String name, String authority, String constraint) {
        openssl.write(
                "extensions", ("basicConstraints=critical," + constraint + "\n").getBytes(StandardCharsets.US_ASCII));
        openssl.run(
                "req",
                "-new",
                "-nodes",
                "-newkey",
                "rsa:2048",
                "-subj",
                "/CN=" + name,
                "-keyout",
                name + ".key",
                "-out",
                "request");
        openssl.run(
                "x509",
                "-req",
                "-in",
                "request",
                "-CA",
                authority + ".pem",
                "-CAkey",
                authority + ".key",
                "-set_serial",
                "9",
                "-days",
                "30",
                "-extfile",
                "extensions",
                "-out",
                name + ".pem");
    }

    static X509Certificate certificate(String name) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(openssl.read(name + ".pem")));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    static Opened open(byte[] envelope) {
        return opener(Duration.ZERO, List.of()).open(envelope);
    }

    static CmsOpener opener(Duration later, List<X509Certificate> trusted) {
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        return new CmsOpener(clock, () -> trusted);
    }

    static ProfileReader reader() {
        return new ProfileReader(opener(Duration.ZERO, List.of()));
    }

    /** An identity in files of the folder of signers. */
    static SigningIdentity identity(Clock clock, String file, String key, String password, String... chain) {
        Secrets secrets = new Secrets(Map.of("PASSWORD", password), "", noPrograms(), Path.of("/"));
        IdentitySource.Files source = new IdentitySource.Files(
                openssl.path(file),
                key.isEmpty() ? Optional.empty() : Optional.of(openssl.path(key)),
                Stream.of(chain).map(openssl::path).toList(),
                password.isEmpty() ? Optional.empty() : Optional.of(SecretSource.parse("env:PASSWORD")));
        return new Identities(clock, secrets, noPrograms(), Path.of("/")).open(source);
    }

    private static ProcessRunner noPrograms() {
        return call -> {
            throw new AssertionError("no program is to be run");
        };
    }

    static List<String> codes(Opened opened) {
        return opened.warnings().stream().map(ProfileWarning::code).toList();
    }

    /** The envelope with one byte of its content changed. */
    static byte[] changed(byte[] envelope, byte[] content) {
        byte[] changed = envelope.clone();
        String text = new String(envelope, StandardCharsets.ISO_8859_1);
        changed[text.indexOf(new String(content, StandardCharsets.ISO_8859_1)) + 4] ^= 1;
        return changed;
    }
}
