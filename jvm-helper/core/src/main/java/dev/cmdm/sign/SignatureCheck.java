// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Whether one signer's signature matches the content and the key in the signer's certificate. */
final class SignatureCheck {
    private static final Map<ASN1ObjectIdentifier, String> DIGESTS = Map.of(
            OIWObjectIdentifiers.idSHA1, "SHA-1",
            NISTObjectIdentifiers.id_sha224, "SHA-224",
            NISTObjectIdentifiers.id_sha256, "SHA-256",
            NISTObjectIdentifiers.id_sha384, "SHA-384",
            NISTObjectIdentifiers.id_sha512, "SHA-512");

    private final SignerInformation signer;
    private final PublicKey key;

    SignatureCheck(SignerInformation signer, X509Certificate certificate) {
        this.signer = signer;
        this.key = certificate.getPublicKey();
    }

    /** Whether SHA-1 is all that holds it. */
    boolean weak() {
        return OIWObjectIdentifiers.idSHA1.equals(digest())
                || PKCSObjectIdentifiers.sha1WithRSAEncryption.getId().equals(signer.getEncryptionAlgOID());
    }

    /** Kind of key and digest, such as {@code RSA with SHA-256}. */
    String algorithm() {
        return (pss() ? "RSASSA-PSS" : key.getAlgorithm()) + " with "
                + DIGESTS.getOrDefault(digest(), digest().getId());
    }

    /** Refuses a signature that does not match, or that cannot be checked. */
    void verify() {
        requireSupported();
        if (!matches()) {
            throw new CmsBadSignatureException(
                    "the signature does not match: the file was changed after it was signed; fetch or sign it again");
        }
    }

    private void requireSupported() {
        if (!DIGESTS.containsKey(digest())) {
            throw new CmsUnsupportedException("the signature's digest is none of SHA-1 to SHA-512; sign with SHA-256");
        }
        if (!SignerKeys.supports(key)) {
            throw unsupportedKey();
        }
    }

    private boolean matches() {
        try {
            // Given the key and not the certificate, which may have expired: that is a warning only.
            return signer.verify(new SignerInformationVerifier(
                    new DefaultCMSSignatureAlgorithmNameGenerator(),
                    new DefaultSignatureAlgorithmIdentifierFinder(),
                    signatures(),
                    new JcaDigestCalculatorProviderBuilder().build()));
        } catch (CMSException e) {
            if (e.getCause() instanceof OperatorCreationException) {
                throw unsupportedKey();
            }
            return false;
        } catch (OperatorCreationException e) {
            throw unsupportedKey();
        } catch (RuntimeOperatorException e) {
            // The bytes of the signature are none that such a key makes.
            return false;
        }
    }

    private ContentVerifierProvider signatures() throws OperatorCreationException {
        return pss() ? new PssVerifier(key) : new JcaContentVerifierProviderBuilder().build(key);
    }

    private boolean pss() {
        return PKCSObjectIdentifiers.id_RSASSA_PSS.getId().equals(signer.getEncryptionAlgOID());
    }

    private ASN1ObjectIdentifier digest() {
        return signer.getDigestAlgorithmID().getAlgorithm();
    }

    private static CmsUnsupportedException unsupportedKey() {
        return new CmsUnsupportedException(
                "the signature is of a kind that cannot be checked here; sign with an RSA key or one on a NIST curve");
    }
}
