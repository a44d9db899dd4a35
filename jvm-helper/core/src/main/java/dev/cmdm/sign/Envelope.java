// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * The envelopes of one signer: CMS SignedData in DER with the content inside. What all have in common is made once,
 * for many files are signed at a time. (RFC 5652, section 5.)
 */
final class Envelope {
    private final ASN1Set certificates;
    private final SignerIdentifier signer;

    /**
     * Envelopes that hold certificates.
     *
     * @param certificates the signer's first
     */
    Envelope(List<X509Certificate> certificates) {
        List<Certificate> encoded = certificates.stream().map(Envelope::encoded).toList();
        ASN1EncodableVector all = new ASN1EncodableVector();
        encoded.forEach(all::add);
        this.certificates = new DERSet(all);
        this.signer = new SignerIdentifier(new IssuerAndSerialNumber(encoded.get(0)));
    }

    private static Certificate encoded(X509Certificate certificate) {
        try {
            return Certificate.getInstance(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has no encoding", e);
        }
    }

    /** Content with its signature around it. */
    byte[] around(byte[] content, ASN1Set attributes, KeySignature signature)
            throws GeneralSecurityException, IOException {
        SignerInfo info = new SignerInfo(
                signer,
                signature.digest(),
                attributes,
                signature.algorithm(),
                new DEROctetString(signature.sign(attributes.getEncoded(ASN1Encoding.DER))),
                (ASN1Set) null);
        SignedData data = new SignedData(
                new DERSet(signature.digest()),
                new ContentInfo(CMSObjectIdentifiers.data, new DEROctetString(content)),
                certificates,
                null,
                new DERSet(info));
        return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
    }
}
