// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.identity;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;

/** Checks the header with which a Mac signs what it sends to its MDM server. */
public final class MdmSignature {
    private MdmSignature() {}

    /**
     * The certificate of the one signer of this body.
     *
     * @param header value of Mdm-Signature, base64
     * @param body the exact bytes of the request
     * @throws BadSignatureException if the header is not a CMS signature or not one of this body
     */
    public static X509Certificate signerOf(String header, byte[] body) throws BadSignatureException {
        try {
            var signed = new CMSSignedData(
                    new CMSProcessableByteArray(body), Base64.getDecoder().decode(header));
            var signers = signed.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                throw new BadSignatureException("the Mdm-Signature has " + signers.size() + " signers instead of one");
            }
            return verified(signed, signers.iterator().next());
        } catch (IllegalArgumentException | CMSException e) {
            throw new BadSignatureException("the Mdm-Signature is not a CMS signature of this body", e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new BadSignatureException("the certificate in the Mdm-Signature cannot be used", e);
        }
    }

    /**
     * Refuses a certificate that another authority issued, or that is not valid at this time.
     *
     * @throws BadSignatureException if the authority did not issue it
     */
    public static void requireIssued(X509Certificate certificate, X509Certificate authority, Instant at)
            throws BadSignatureException {
        try {
            certificate.verify(authority.getPublicKey());
            certificate.checkValidity(Date.from(at));
        } catch (GeneralSecurityException e) {
            throw new BadSignatureException(
                    "the certificate of " + certificate.getSubjectX500Principal() + " is not one of this server", e);
        }
    }

    private static X509Certificate verified(CMSSignedData signed, SignerInformation signer)
            throws BadSignatureException, CMSException, GeneralSecurityException, OperatorCreationException {
        var certificate = new JcaX509CertificateConverter().getCertificate(certificateOf(signed, signer));
        if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()))) {
            throw new BadSignatureException("the Mdm-Signature is not one of this body");
        }
        return certificate;
    }

    @SuppressWarnings("unchecked") // SignerId is declared as a raw Selector
    private static X509CertificateHolder certificateOf(CMSSignedData signed, SignerInformation signer)
            throws BadSignatureException {
        Selector<X509CertificateHolder> sid = signer.getSID();
        var holders = signed.getCertificates().getMatches(sid);
        if (holders.isEmpty()) {
            throw new BadSignatureException("the Mdm-Signature brings no certificate");
        }
        return holders.iterator().next();
    }
}
