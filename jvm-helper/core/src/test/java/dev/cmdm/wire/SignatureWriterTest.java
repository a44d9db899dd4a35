// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.answer.SignatureSamples;
import org.junit.jupiter.api.Test;

class SignatureWriterTest {
    @Test
    void aSignedFileIsAnObjectInALine() {
        assertThat(SignatureWriter.write(SignatureSamples.SIGNED))
                .isEqualTo("{\"file\":\"a.mobileconfig\",\"result\":\"signed\",\"output\":\"out/a.mobileconfig\"}");
        assertThat(SignatureWriter.write(SignatureSamples.FAILED))
                .isEqualTo("{\"file\":\"c.mobileconfig\",\"error\":{\"class\":\"cms-bad-signature\","
                        + "\"message\":\"the signature does not match\"}}");
    }

    @Test
    void aFileThatWasSignedBeforeNamesItsSigners() {
        assertThat(SignatureWriter.write(SignatureSamples.ALREADY))
                .isEqualTo("{\"file\":\"b.mobileconfig\",\"result\":\"already-signed\",\"signers\":["
                        + "{\"subject\":\"CN=Acme Signing\",\"issuer\":\"CN=Acme CA\","
                        + "\"notAfter\":\"2027-03-01T12:00:00Z\",\"expired\":false}]}");
    }

    @Test
    void aVerifiedFileTellsItsSignersAndWarnings() {
        assertThat(SignatureWriter.write(SignatureSamples.good()))
                .isEqualTo("{\"file\":\"a.mobileconfig\",\"signed\":true,\"signers\":["
                        + "{\"subject\":\"CN=Acme Signing\",\"issuer\":\"CN=Acme CA\","
                        + "\"notAfter\":\"2027-03-01T12:00:00Z\",\"expired\":false,"
                        + "\"algorithm\":\"RSA with SHA-256\",\"chain\":\"known\",\"valid\":true}],"
                        + "\"signatureValid\":true,\"warnings\":[{\"class\":\"missing-version\","
                        + "\"keyPath\":\"PayloadContent[0]\",\"message\":\"PayloadVersion is missing\"}]}");
    }

    @Test
    void whatIsNotRightHasAnError() {
        assertThat(SignatureWriter.write(SignatureSamples.bad()))
                .contains("\"expired\":true", "\"chain\":\"incomplete\",\"valid\":false", "\"signatureValid\":false")
                .endsWith("\"warnings\":[],\"error\":{\"class\":\"cms-bad-signature\","
                        + "\"message\":\"the signature does not match\"}}");
        assertThat(SignatureWriter.write(SignatureSamples.UNSIGNED))
                .isEqualTo("{\"file\":\"d.mobileconfig\",\"signed\":false,\"signers\":[],\"signatureValid\":null,"
                        + "\"error\":{\"class\":\"not-signed\",\"message\":\"the profile is not signed\"}}");
        assertThat(SignatureWriter.write(SignatureSamples.UNREADABLE))
                .isEqualTo("{\"file\":\"e.mobileconfig\",\"error\":{\"class\":\"io\",\"message\":\"it is missing\"}}");
    }
}
