// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator;

import dev.cmdm.simulator.identity.CertificateAuthority;
import dev.cmdm.simulator.identity.DeviceIdentity;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Puts profiles into a CMS envelope. */
public final class TestSigner {
    private TestSigner() {}

    /** The content in a signed envelope as most are made today. */
    public static byte[] sign(byte[] content, Clock clock) throws Exception {
        return sign(content, clock, "SHA256withRSA");
    }

    /** The content in a signed envelope of indefinite length, with a certificate issued at the time of this clock. */
    public static byte[] sign(byte[] content, Clock clock, String algorithm) throws Exception {
        DeviceIdentity signer =
                CertificateAuthority.create("Acme", clock, new SecureRandom()).issue("Acme Profiles");
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .build(new JcaContentSignerBuilder(algorithm).build(signer.key()), signer.certificate()));
        generator.addCertificates(new JcaCertStore(List.of(signer.certificate())));
        return generator.generate(new CMSProcessableByteArray(content), true).getEncoded();
    }
}
