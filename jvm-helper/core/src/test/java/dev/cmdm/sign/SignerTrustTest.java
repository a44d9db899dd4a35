// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.profile.EnvelopeOpener.Opened;
import dev.cmdm.profile.Signer;
import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who signed, until when, and whether anybody knows them. */
class SignerTrustTest extends EnvelopeTestBase {
    @Test
    void warnsOfAnExpiredSignerAndOneThatIsNotValidYet() {
        byte[] envelope = openssl.sign(CONTENT, "rsa");
        Opened late = opener(Duration.ofDays(31), List.of()).open(envelope);
        Opened early = opener(Duration.ofDays(-1), List.of()).open(envelope);
        assertThat(codes(late)).containsExactly("expired-signer", "unknown-issuer");
        assertThat(late.signers()).extracting(Signer::expired).containsExactly(true);
        assertThat(codes(early)).containsExactly("early-signer", "unknown-issuer");
        assertThat(early.signers()).extracting(Signer::expired).containsExactly(false);
    }

    @Test
    void knowsASignerWhoseChainLeadsToAnAuthorityThatIsTrusted() {
        issued("intermediate", "rsa", "CA:TRUE");
        issued("leaf", "intermediate", "CA:FALSE");
        openssl.write("chain.pem", openssl.read("intermediate.pem"));
        byte[] whole = openssl.sign(CONTENT, "leaf", "-certfile", "chain.pem");
        byte[] broken = openssl.sign(CONTENT, "leaf");
        List<X509Certificate> trusted = List.of(certificate("ec"), certificate("rsa"));
        assertThat(codes(opener(Duration.ZERO, trusted).open(whole))).isEmpty();
        assertThat(codes(opener(Duration.ofDays(40), trusted).open(whole))).containsExactly("expired-signer");
        assertThat(codes(opener(Duration.ZERO, List.of(certificate("ec"))).open(whole)))
                .containsExactly("unknown-issuer");
        assertThat(codes(opener(Duration.ZERO, trusted).open(broken))).containsExactly("unknown-issuer");
        assertThat(codes(opener(Duration.ZERO, List.of(certificate("leaf"))).open(broken)))
                .isEmpty();
    }

    @Test
    void doesNotTakeALeafForAnAuthority() {
        issued("noca", "rsa", "CA:FALSE");
        issued("below", "noca", "CA:FALSE");
        byte[] envelope = openssl.sign(CONTENT, "below", "-certfile", "noca.pem");
        assertThat(codes(opener(Duration.ZERO, List.of(certificate("rsa"))).open(envelope)))
                .containsExactly("unknown-issuer");
    }

    @Test
    void doesNotKnowASelfSignedSignerByThePlatformsAuthorities() {
        Opened opened = CmsOpener.trustingPlatform(Clock.systemUTC()).open(openssl.sign(CONTENT, "rsa"));
        assertThat(codes(opened)).containsExactly("unknown-issuer");
    }

    @Test
    void tellsAnIssuerThatIsMissingFromOneThatIsUnknown() {
        issued("between", "rsa", "CA:TRUE");
        issued("end", "between", "CA:FALSE");
        openssl.write("whole.pem", join(openssl.read("between.pem"), openssl.read("rsa.pem")));
        assertThat(chain(openssl.sign(CONTENT, "end"))).isEqualTo(Chain.INCOMPLETE);
        assertThat(chain(openssl.sign(CONTENT, "end", "-certfile", "between.pem")))
                .isEqualTo(Chain.INCOMPLETE);
        assertThat(chain(openssl.sign(CONTENT, "end", "-certfile", "whole.pem")))
                .isEqualTo(Chain.UNKNOWN);
        assertThat(chain(openssl.sign(CONTENT, "end", "-certfile", "whole.pem"), certificate("rsa")))
                .isEqualTo(Chain.KNOWN);
    }

    private static Chain chain(byte[] envelope, X509Certificate... trusted) {
        return opener(Duration.ZERO, List.of(trusted))
                .verify(envelope)
                .signers()
                .get(0)
                .chain();
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }
}
