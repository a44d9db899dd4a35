// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.answer.SignatureSamples;
import org.junit.jupiter.api.Test;

/** What people read about signatures, word for word. */
class SignatureTextTest {
    @Test
    void aSignedFileIsALineWithItsOutput() {
        assertThat(SignText.findLine(SignatureSamples.SIGNED))
                .contains("signed     a.mobileconfig -> out/a.mobileconfig");
        assertThat(SignText.findLine(SignatureSamples.IN_PLACE)).contains("signed     a.mobileconfig");
    }

    @Test
    void aFileThatWasSignedBeforeNamesItsSigner() {
        assertThat(SignText.findLine(SignatureSamples.ALREADY))
                .contains("unchanged  b.mobileconfig   already signed by CN=Acme Signing");
    }

    @Test
    void whatFailedIsAnErrorAndNoResult() {
        assertThat(SignText.findLine(SignatureSamples.FAILED)).isEmpty();
        assertThat(VerifyText.lines(SignatureSamples.UNREADABLE)).isEmpty();
        assertThat(VerifyText.lines(SignatureSamples.UNSIGNED)).isEmpty();
    }

    @Test
    void aGoodSignatureTellsWhoUntilWhenAndByWhom() {
        assertThat(String.join("\n", VerifyText.lines(SignatureSamples.good()))).isEqualTo("""
                a.mobileconfig: good signature
                  signer   CN=Acme Signing, until 2027-03-01, RSA with SHA-256
                  issuer   CN=Acme CA, known here
                  warning  line 4, column 1, at PayloadContent[0]: PayloadVersion is missing (missing-version)""");
    }

    @Test
    void aBadSignatureStandsOut() {
        assertThat(String.join("\n", VerifyText.lines(SignatureSamples.bad()))).isEqualTo("""
                b.mobileconfig: BAD SIGNATURE
                  signer   CN=Old, expired 2020-01-02, EC with SHA-1, DOES NOT HOLD
                  issuer   CN=Nobody, whose certificate is missing""");
    }
}
