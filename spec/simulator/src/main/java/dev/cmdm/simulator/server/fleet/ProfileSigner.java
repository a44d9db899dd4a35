// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.identity.DeviceIdentity;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs the profiles of teams, as Fleet does (server/mdm/apple/commander.go). One that was signed before is signed
 * again, and no Mac opens two envelopes: that is the error 3840 of fleetdm/fleet issues 19771, 25831 and 26688.
 */
final class ProfileSigner {
    private final DeviceIdentity identity;

    ProfileSigner(DeviceIdentity identity) {
        this.identity = identity;
    }

    byte[] sign(byte[] profile) {
        try {
            var generator = new CMSSignedDataGenerator();
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(identity.key());
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(digests).build(signer, identity.certificate()));
            generator.addCertificates(new JcaCertStore(List.of(identity.certificate())));
            return generator
                    .generate(new CMSProcessableByteArray(profile), true)
                    .getEncoded();
        } catch (OperatorCreationException | CMSException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException("signing with a key made here failed", e);
        }
    }
}
