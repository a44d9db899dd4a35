// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MdmSignatureTest {
    private static final Path RECORDED = Path.of("..", "wire", "device-protocol");
    private static final Instant THEN = Instant.parse("2026-11-21T17:30:00Z");
    private static final byte[] BODY = "a report".getBytes(StandardCharsets.UTF_8);

    private static final CertificateAuthority AUTHORITY =
            CertificateAuthority.create("MicroMDM", Clock.fixed(THEN, ZoneOffset.UTC), new SecureRandom());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04-Authenticate",
                "05-TokenUpdate",
                "06-Idle",
                "07-Acknowledged",
                "08-Acknowledged",
                "09-Error",
                "10-Error"
            })
    void acceptsWhatARecordedMacSigned(String name) throws Exception {
        var text = Files.readString(RECORDED.resolve(name + ".txt"));
        var header = text.replaceFirst("(?s).*?\n> Mdm-Signature: (\\S+)\n.*", "$1");
        var body = text.replaceFirst("(?s).*?\n>\n(.*)\n\n< HTTP.*", "$1");
        var signer = MdmSignature.signerOf(header, body.getBytes(StandardCharsets.UTF_8));
        assertThat(signer.getSubjectX500Principal().getName()).contains("MicroMDM Identity (T1SV8UQESKE4's Computer)");
        assertThatCode(() -> MdmSignature.requireIssued(signer, recordedAuthority(), THEN))
                .doesNotThrowAnyException();
    }

    @Test
    void acceptsASignatureOfAnIdentityThatItIssued() throws Exception {
        var identity = AUTHORITY.issue("a Mac");
        var signer = MdmSignature.signerOf(identity.sign(BODY), BODY);
        assertThat(signer).isEqualTo(identity.certificate());
        MdmSignature.requireIssued(signer, AUTHORITY.certificate(), THEN);
    }

    @Test
    void refusesASignatureOfAnotherBody() {
        var header = AUTHORITY.issue("a Mac").sign(BODY);
        assertThatThrownBy(() -> MdmSignature.signerOf(header, "another report".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadSignatureException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "AAAA", "MIIB"})
    void refusesWhatIsNoSignature(String header) {
        assertThatThrownBy(() -> MdmSignature.signerOf(header, BODY)).isInstanceOf(BadSignatureException.class);
    }

    @Test
    void refusesTheCertificateOfAnotherAuthority() {
        var certificate = AUTHORITY.issue("a Mac").certificate();
        assertThatThrownBy(() -> MdmSignature.requireIssued(certificate, recordedAuthority(), THEN))
                .isInstanceOf(BadSignatureException.class)
                .hasMessageContaining("is not one of this server");
    }

    @Test
    void refusesACertificateThatHasExpired() {
        var certificate = AUTHORITY.issue("a Mac").certificate();
        var later = THEN.plus(Duration.ofDays(366));
        assertThatThrownBy(() -> MdmSignature.requireIssued(certificate, AUTHORITY.certificate(), later))
                .isInstanceOf(BadSignatureException.class);
    }

    @Test
    void anIdentityNamesItsHolderAndHidesItsKey() {
        assertThat(AUTHORITY.issue("a Mac")).hasToString("identity of CN=a Mac, O=MicroMDM");
    }

    private static X509Certificate recordedAuthority() throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(recordedDer()));
    }

    private static byte[] recordedDer() throws IOException {
        var text = Files.readString(RECORDED.resolve("02-scep-GetCACert.txt"));
        return Base64.getDecoder().decode(text.replaceFirst("(?s).*\\[\\d+ bytes, base64] (\\S+).*", "$1"));
    }
}
