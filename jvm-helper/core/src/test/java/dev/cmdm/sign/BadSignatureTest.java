// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Envelopes that somebody changed after they were signed. */
class BadSignatureTest extends EnvelopeTestBase {
    @Test
    void refusesContentThatWasChangedAfterSigning() {
        for (byte[] envelope : List.of(
                openssl.sign(CONTENT, "rsa"),
                openssl.sign(CONTENT, "ec", "-stream"),
                openssl.sign(CONTENT, "rsa", "-noattr"))) {
            assertThatExceptionOfType(CmsBadSignatureException.class)
                    .isThrownBy(() -> open(changed(envelope, CONTENT)));
        }
    }

    @Test
    void tellsWhoseSignatureDoesNotHoldAmongSeveral() {
        byte[] envelope = openssl.sign(CONTENT, "rsa", "-signer", "ec.pem", "-inkey", "ec.key");
        CmsOpener opener = opener(Duration.ZERO, List.of());
        assertThat(opener.verify(envelope).holds()).isTrue();
        envelope[envelope.length - 5] ^= 1;
        Verification found = opener.verify(envelope);
        assertThat(found.holds()).isFalse();
        assertThat(found.signers())
                .extracting(CheckedSigner::algorithm)
                .containsExactlyInAnyOrder("RSA with SHA-256", "EC with SHA-256");
        assertThat(found.signers())
                .filteredOn(signer -> signer.fault().isPresent())
                .singleElement()
                .satisfies(signer ->
                        assertThat(signer.fault().orElseThrow()).isInstanceOf(CmsBadSignatureException.class));
    }

    @Test
    void refusesASignatureThatWasChanged() {
        byte[] envelope = openssl.sign(CONTENT, "rsa");
        envelope[envelope.length - 5] ^= 1;
        assertThatExceptionOfType(CmsBadSignatureException.class).isThrownBy(() -> open(envelope));
    }

    @Test
    void refusesASignatureOfAWrongLengthOrForm() {
        byte[] shorter = shortened(openssl.sign(CONTENT, "rsa"));
        byte[] formless = formless(openssl.sign(CONTENT, "ec"));
        assertThatExceptionOfType(CmsBadSignatureException.class).isThrownBy(() -> open(shorter));
        assertThatExceptionOfType(CmsBadSignatureException.class).isThrownBy(() -> open(formless));
    }

    @Test
    void refusesASignerWhoseCertificateWasReplacedByOneWithAnotherKey() {
        for (String name : List.of("twin", "other")) {
            openssl.run(
                    "req",
                    "-x509",
                    "-nodes",
                    "-subj",
                    "/CN=twin/O=Example",
                    "-days",
                    "30",
                    "-set_serial",
                    "7",
                    "-newkey",
                    "rsa:2048",
                    "-keyout",
                    name + ".key",
                    "-out",
                    name + ".pem");
        }
        byte[] envelope = openssl.sign(CONTENT, "twin", "-nocerts", "-certfile", "other.pem");
        assertThatExceptionOfType(CmsBadSignatureException.class).isThrownBy(() -> open(envelope));
    }

    /** The envelope whose signature, of 256 bytes at its end, lost two of them to an empty set of attributes. */
    private static byte[] shortened(byte[] envelope) {
        byte[] shortened = envelope.clone();
        shortened[envelope.length - 258] = 0;
        shortened[envelope.length - 257] = (byte) 254;
        shortened[envelope.length - 2] = (byte) 0xa1;
        shortened[envelope.length - 1] = 0;
        return shortened;
    }

    /** The envelope whose signature, a sequence of two numbers at its end, became a set. */
    private static byte[] formless(byte[] envelope) {
        byte[] formless = envelope.clone();
        int at = formless.length - 72;
        while (formless[at] != 0x30 || formless[at - 1] != formless.length - at) {
            at++;
        }
        formless[at] = 0x31;
        return formless;
    }
}
