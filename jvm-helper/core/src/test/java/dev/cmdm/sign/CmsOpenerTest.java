// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cmdm.profile.EnvelopeOpener.Opened;
import dev.cmdm.profile.Signer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Envelopes that openssl made, in every way that profiles are signed. */
class CmsOpenerTest extends EnvelopeTestBase {
    static Stream<Arguments> ways() {
        return Stream.of("rsa", "ec", "ec384")
                .flatMap(signer -> Stream.of("sha1", "sha224", "sha256", "sha384", "sha512")
                        .flatMap(digest -> Stream.of("DER", "BER").map(form -> Arguments.of(signer, digest, form))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void opensEveryKeyOverEveryDigestInEitherForm(String signer, String digest, String form) {
        byte[] envelope = form.equals("DER")
                ? openssl.sign(CONTENT, signer, "-md", digest)
                : openssl.sign(CONTENT, signer, "-md", digest, "-stream");
        assertThat(envelope[1] == (byte) 0x80).isEqualTo(form.equals("BER"));
        Opened opened = open(envelope);
        assertThat(opened.content().toArray()).isEqualTo(CONTENT);
        assertThat(opened.signers()).singleElement().satisfies(found -> {
            assertThat(found.subject()).isEqualTo("O=Example,CN=" + signer);
            assertThat(found.issuer()).isEqualTo(found.subject());
            assertThat(found.expired()).isFalse();
            assertThat(found.notAfter())
                    .isEqualTo(certificate(signer).getNotAfter().toInstant());
        });
        assertThat(codes(opened).contains("sha1-signature")).isEqualTo(digest.equals("sha1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
    void opensRsaWithPss(String digest) {
        byte[] envelope = openssl.sign(CONTENT, "rsa", "-md", digest, "-keyopt", "rsa_padding_mode:pss");
        assertThat(open(envelope).content().toArray()).isEqualTo(CONTENT);
        assertThatExceptionOfType(CmsBadSignatureException.class).isThrownBy(() -> open(changed(envelope, CONTENT)));
    }

    @Test
    void opensAnEnvelopeWithoutSignedAttributes() {
        assertThat(open(openssl.sign(CONTENT, "rsa", "-noattr")).signers()).hasSize(1);
    }

    @Test
    void opensAnEnvelopeThatNamesItsSignerByKeyIdentifier() {
        assertThat(open(openssl.sign(CONTENT, "rsa", "-keyid")).signers()).hasSize(1);
    }

    @Test
    void verifiesEachOfSeveralSigners() {
        byte[] envelope = openssl.sign(CONTENT, "rsa", "-signer", "ec.pem", "-inkey", "ec.key");
        assertThat(open(envelope).signers())
                .extracting(Signer::subject)
                .containsExactlyInAnyOrder("O=Example,CN=rsa", "O=Example,CN=ec");
        assertThatExceptionOfType(CmsBadSignatureException.class).isThrownBy(() -> open(changed(envelope, CONTENT)));
    }

    @Test
    void opensAnEnvelopeAsLargeAsTheCap() {
        byte[] content = new byte[8_000_000];
        Arrays.fill(content, (byte) 'x');
        assertThat(open(openssl.sign(content, "rsa", "-stream")).content().size())
                .isEqualTo(content.length);
    }
}
