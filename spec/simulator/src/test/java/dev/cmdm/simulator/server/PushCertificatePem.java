// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A push certificate made for a test, with its key, in PEM. */
final class PushCertificatePem {
    private PushCertificatePem() {}

    static KeyPair keys() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    /** The certificate for one pair of keys, followed by the private key of another or the same. */
    static String of(String topic, Instant notAfter, KeyPair certified, KeyPair appended) throws Exception {
        var subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.UID, topic)
                .addRDN(BCStyle.CN, "APSP:test")
                .build();
        var start = Date.from(notAfter.minusSeconds(31_536_000));
        var certificate = new JcaX509v3CertificateBuilder(
                        subject, BigInteger.ONE, start, Date.from(notAfter), subject, certified.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(certified.getPrivate()));
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(certificate);
            pem.writeObject(appended.getPrivate());
        }
        return text.toString();
    }
}
