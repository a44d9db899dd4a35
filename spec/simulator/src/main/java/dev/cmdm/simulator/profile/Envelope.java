// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.profile;

import dev.cmdm.simulator.profile.UnusableProfileException.Flaw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Store;

/**
 * Profile bytes taken out of their CMS envelope, if they have one. The signature must match; who signed does not
 * matter, because trust changes a label only.
 */
final class Envelope {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final int DER_SEQUENCE = 0x30;

    private final byte[] content;
    private final List<byte[]> signers;

    private Envelope(byte[] content, List<byte[]> signers) {
        this.content = content;
        this.signers = signers;
    }

    /** The property list. */
    byte[] content() {
        return content;
    }

    /** The signers' certificates in DER; empty for bare bytes. */
    List<byte[]> signers() {
        return signers;
    }

    static Envelope open(byte[] bytes) throws UnusableProfileException {
        if (bytes.length == 0 || bytes[0] != DER_SEQUENCE) {
            return new Envelope(bytes, List.of());
        }
        CMSSignedData signed = parse(bytes);
        if (!(signed.getSignedContent() != null && signed.getSignedContent().getContent() instanceof byte[] content)) {
            throw new UnusableProfileException(Flaw.NOT_A_PLIST, "");
        }
        return new Envelope(content, verifiedChain(signed));
    }

    private static CMSSignedData parse(byte[] bytes) throws UnusableProfileException {
        try {
            return new CMSSignedData(bytes);
        } catch (CMSException e) {
            throw new UnusableProfileException(Flaw.NOT_A_PLIST, "");
        }
    }

    private static List<byte[]> verifiedChain(CMSSignedData signed) throws UnusableProfileException {
        Set<X509CertificateHolder> chain = new LinkedHashSet<>();
        for (SignerInformation signer : signed.getSignerInfos()) {
            X509CertificateHolder leaf = leaf(signed.getCertificates(), signer);
            requireMatch(signer, leaf);
            chain.add(leaf);
        }
        if (chain.isEmpty()) {
            throw new UnusableProfileException(Flaw.BAD_SIGNATURE, "");
        }
        chain.addAll(signed.getCertificates().getMatches(null));
        return encoded(chain);
    }

    private static X509CertificateHolder leaf(Store<X509CertificateHolder> certificates, SignerInformation signer)
            throws UnusableProfileException {
        @SuppressWarnings("unchecked") // SignerId selects certificates, but the library types it raw
        Collection<X509CertificateHolder> matches = certificates.getMatches(signer.getSID());
        return matches.stream().findFirst().orElseThrow(() -> new UnusableProfileException(Flaw.BAD_SIGNATURE, ""));
    }

    private static void requireMatch(SignerInformation signer, X509CertificateHolder leaf)
            throws UnusableProfileException {
        try {
            // an expired signer is no refusal: only the bare key is handed over, so that no date is checked
            var verifier = new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(PROVIDER)
                    .build(BouncyCastleProvider.getPublicKey(leaf.getSubjectPublicKeyInfo()));
            if (!signer.verify(verifier)) {
                throw new UnusableProfileException(Flaw.BAD_SIGNATURE, "");
            }
        } catch (CMSException | OperatorCreationException | IOException e) {
            throw new UnusableProfileException(Flaw.BAD_SIGNATURE, "");
        }
    }

    private static List<byte[]> encoded(Set<X509CertificateHolder> certificates) throws UnusableProfileException {
        List<byte[]> encoded = new ArrayList<>();
        try {
            for (X509CertificateHolder certificate : certificates) {
                encoded.add(certificate.getEncoded());
            }
            return List.copyOf(encoded);
        } catch (IOException e) {
            throw new UnusableProfileException(Flaw.BAD_SIGNATURE, "");
        }
    }
}
