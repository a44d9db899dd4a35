// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.profile.ProfileWarning;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an envelope that we signed looks like. */
class KeySigningTest extends EnvelopeTestBase {
    @ParameterizedTest
    @CsvSource({"rsa_keygen_bits:2048, RSASSA-PSS with SHA-256", "rsa_pss_keygen_md:sha384, RSASSA-PSS with SHA-384"})
    void signsAsTheKeyOfRsassaPssInsists(String option, String algorithm) {
        openssl.signer("own", "-newkey", "rsa-pss", "-pkeyopt", option);
        assertThat(algorithm(identity(Clock.systemUTC(), "own.pem", "own.key", "")))
                .isEqualTo(algorithm);
    }

    @Test
    void usesSha256WithEveryOtherKey() {
        assertThat(algorithm(identity(Clock.systemUTC(), "rsa.pem", "rsa.key", "")))
                .isEqualTo("RSA with SHA-256");
        assertThat(algorithm(identity(Clock.systemUTC(), "ec384.pem", "ec384.key", "")))
                .isEqualTo("EC with SHA-256");
    }

    @Test
    void holdsTheAttributesOfOpensslWithTheMomentOfTheGivenClock() throws Exception {
        Instant moment = Instant.parse("2031-02-03T04:05:06Z");
        byte[] envelope = identity(Clock.fixed(moment, ZoneOffset.UTC), "rsa.pem", "rsa.key", "")
                .sign(CONTENT);
        SignerInformation signer = new CMSSignedData(envelope)
                .getSignerInfos()
                .getSigners()
                .iterator()
                .next();
        Set<?> attributes = signer.getSignedAttributes().toHashtable().keySet();
        assertThat(attributes)
                .isEqualTo(Set.of(CMSAttributes.contentType, CMSAttributes.signingTime, CMSAttributes.messageDigest));
        assertThat(signer.getSignedAttributes().get(CMSAttributes.signingTime).getAttrValues())
                .hasToString("[310203040506Z]");
        assertThat(new String(envelope, StandardCharsets.ISO_8859_1))
                .contains(new String(CONTENT, StandardCharsets.ISO_8859_1));
    }

    @Test
    void saysWhoSignsInTheWordThatTheEnvelopeGives() {
        SigningIdentity identity = identity(Clock.systemUTC(), "rsa.pem", "rsa.key", "");
        assertThat(identity.signer())
                .isEqualTo(opener(Duration.ZERO, List.of())
                        .open(identity.sign(CONTENT))
                        .signers()
                        .get(0)
                        .word())
                .isNotEqualTo(identity(Clock.systemUTC(), "ec384.pem", "ec384.key", "")
                        .signer());
    }

    @Test
    void isDerAndTheSameAtTheSameMoment() throws Exception {
        Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        byte[] envelope = identity(clock, "rsa.pem", "rsa.key", "").sign(CONTENT);
        try (ASN1InputStream input = new ASN1InputStream(new ByteArrayInputStream(envelope))) {
            assertThat(input.readObject().getEncoded("DER")).isEqualTo(envelope);
        }
        assertThat(identity(clock, "rsa.pem", "rsa.key", "").sign(CONTENT)).isEqualTo(envelope);
    }

    @Test
    void holdsTheWholeChainOnce() throws Exception {
        issued("intermediate", "rsa", "CA:TRUE");
        issued("leaf", "intermediate", "CA:FALSE");
        openssl.run("x509", "-in", "rsa.pem", "-outform", "DER", "-out", "root.cer");
        SigningIdentity identity =
                identity(Clock.systemUTC(), "leaf.pem", "leaf.key", "", "intermediate.pem", "root.cer", "leaf.pem");
        byte[] envelope = identity.sign(CONTENT);
        assertThat(new CMSSignedData(envelope).getCertificates().getMatches(null))
                .hasSize(3);
        assertThat(codes(opener(Duration.ZERO, List.of(certificate("rsa"))).open(envelope)))
                .isEmpty();
        assertThat(openssl.verify(envelope, "rsa.pem")).isEqualTo(CONTENT);
    }

    @Test
    void warnsOfAnIdentityThatHasExpiredOrIsNotValidYetAndSignsAllTheSame() {
        SigningIdentity late = identity(Clock.offset(Clock.systemUTC(), Duration.ofDays(31)), "rsa.pem", "rsa.key", "");
        SigningIdentity early =
                identity(Clock.offset(Clock.systemUTC(), Duration.ofDays(-1)), "rsa.pem", "rsa.key", "");
        assertThat(late.warnings()).extracting(ProfileWarning::code).containsExactly("expired-identity");
        assertThat(early.warnings()).extracting(ProfileWarning::code).containsExactly("early-identity");
        assertThat(open(late.sign(CONTENT)).content().toArray()).isEqualTo(CONTENT);
    }

    @Test
    void warnsOfACertificateThatIsNotMeantForSignatures() {
        openssl.signer("agree", "-newkey", "rsa:2048", "-addext", "keyUsage=keyEncipherment");
        assertThat(identity(Clock.systemUTC(), "agree.pem", "agree.key", "").warnings())
                .extracting(ProfileWarning::code)
                .containsExactly("no-signing-usage");
    }

    @Test
    void signsForSeveralThreadsAtOnce() throws Exception {
        SigningIdentity identity = identity(Clock.systemUTC(), "ec.pem", "ec.key", "");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<byte[]>> envelopes = IntStream.range(0, 200)
                    .mapToObj(number -> threads.submit(() -> identity.sign(content(number))))
                    .toList();
            for (int number = 0; number < 200; number++) {
                assertThat(open(envelopes.get(number).get()).content().toArray())
                        .isEqualTo(content(number));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static byte[] content(int number) {
        return ("content " + number).getBytes(StandardCharsets.US_ASCII);
    }

    private static String algorithm(SigningIdentity identity) {
        return opener(Duration.ZERO, List.of())
                .verify(identity.sign(CONTENT))
                .signers()
                .get(0)
                .algorithm();
    }
}
