// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Envelopes that hold no profile in one signature. */
class EnvelopeKindTest extends EnvelopeTestBase {
    @Test
    void refusesASignatureWithoutContent() {
        openssl.write("content", CONTENT);
        openssl.run(
                "cms",
                "-sign",
                "-binary",
                "-outform",
                "DER",
                "-in",
                "content",
                "-out",
                "signed",
                "-signer",
                "rsa.pem",
                "-inkey",
                "rsa.key");
        assertThatExceptionOfType(CmsNoContentException.class).isThrownBy(() -> open(openssl.read("signed")));
    }

    @Test
    void refusesCertificatesWithoutContentAndSigners() {
        openssl.run("crl2pkcs7", "-nocrl", "-certfile", "rsa.pem", "-outform", "DER", "-out", "certificates");
        assertThatExceptionOfType(CmsNoContentException.class).isThrownBy(() -> open(openssl.read("certificates")));
    }

    @Test
    void refusesEncryptedEnvelopes() {
        byte[] enveloped =
                openssl.convert(CONTENT, "cms", "-encrypt", "-binary", "-outform", "DER", "-aes-256-cbc", "rsa.pem");
        byte[] authenticated =
                openssl.convert(CONTENT, "cms", "-encrypt", "-binary", "-outform", "DER", "-aes-256-gcm", "rsa.pem");
        byte[] keyed = openssl.convert(
                CONTENT,
                "cms",
                "-EncryptedData_encrypt",
                "-binary",
                "-outform",
                "DER",
                "-aes-128-cbc",
                "-secretkey",
                "000102030405060708090a0b0c0d0e0f");
        assertThat(List.of(enveloped, authenticated, keyed))
                .allSatisfy(envelope -> assertThatExceptionOfType(CmsEncryptedException.class)
                        .isThrownBy(() -> reader().read(envelope)));
    }

    @Test
    void refusesEnvelopesOfOtherKinds() {
        byte[] data = openssl.convert(CONTENT, "cms", "-data_create", "-binary", "-outform", "DER");
        byte[] digested = openssl.convert(CONTENT, "cms", "-digest_create", "-binary", "-outform", "DER");
        assertThat(List.of(data, digested))
                .allSatisfy(envelope -> assertThatExceptionOfType(CmsUnsupportedException.class)
                        .isThrownBy(() -> reader().read(envelope)));
    }

    @Test
    void refusesAnEnvelopeWithinAnEnvelope() {
        byte[] inner = openssl.sign(CONTENT, "rsa");
        byte[] encrypted = openssl.convert(CONTENT, "cms", "-encrypt", "-binary", "-outform", "DER", "rsa.pem");
        List<byte[]> nested = List.of(
                openssl.sign(inner, "rsa"),
                openssl.sign(openssl.sign(CONTENT, "ec", "-stream"), "rsa"),
                openssl.sign(inner, "rsa", "-econtent_type", "pkcs7-signedData"),
                openssl.sign(encrypted, "rsa"));
        assertThat(nested)
                .allSatisfy(envelope ->
                        assertThatExceptionOfType(CmsUnsupportedException.class).isThrownBy(() -> open(envelope)));
    }

    @Test
    void refusesSignaturesThatCannotBeChecked() {
        openssl.signer("koblitz", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:secp256k1");
        List<byte[]> envelopes = List.of(
                openssl.sign(CONTENT, "rsa", "-md", "md5"),
                openssl.sign(CONTENT, "rsa", "-nocerts"),
                openssl.sign(CONTENT, "koblitz"));
        assertThat(envelopes)
                .allSatisfy(envelope ->
                        assertThatExceptionOfType(CmsUnsupportedException.class).isThrownBy(() -> open(envelope)));
    }
}
