// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.identity;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** The key of a Mac, with the certificate by which its MDM server knows it. */
public final class DeviceIdentity {
    private final PrivateKey key;
    private final X509Certificate certificate;

    DeviceIdentity(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** The certificate that the server's authority issued. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The private key; whoever writes it down answers for the file's mode. */
    public PrivateKey key() {
        return key;
    }

    /**
     * The value of the Mdm-Signature header for these exact bytes: a detached CMS SignedData with the certificate
     * included, in base64 without line breaks (Apple, key SignMessage of the com.apple.mdm payload).
     */
    public String sign(byte[] body) {
        try {
            var generator = new CMSSignedDataGenerator();
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(digests).build(Keys.signer(key), certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            var signed = generator.generate(new CMSProcessableByteArray(body), false);
            return Base64.getEncoder().encodeToString(signed.getEncoded());
        } catch (OperatorCreationException | CMSException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException("signing with a key made here failed", e);
        }
    }

    /** Names the holder, never the key. */
    @Override
    public String toString() {
        return "identity of " + certificate.getSubjectX500Principal();
    }
}
