// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.util.Selector;
import org.bouncycastle.util.Store;

/** The certificates that came with an envelope. */
final class Certificates {
    /** A chain has a handful; the rest of a file made to cost time is not looked at. */
    private static final int MOST = 32;

    private final Store<X509CertificateHolder> store;

    Certificates(Store<X509CertificateHolder> store) {
        this.store = store;
    }

    /** The certificate of a signer. */
    X509Certificate of(SignerInformation signer) {
        return read(match(signer.getSID()));
    }

    /** Those that can be read, in the envelope's order. */
    List<X509Certificate> all() {
        List<X509Certificate> all = new ArrayList<>();
        Collection<X509CertificateHolder> holders = store.getMatches(null);
        holders.stream().limit(MOST).forEach(holder -> {
            try {
                all.add(new JcaX509CertificateConverter().getCertificate(holder));
            } catch (CertificateException e) {
                // A certificate that nobody can read is in nobody's chain.
            }
        });
        return all;
    }

    // Bouncy Castle declares its selector of signers for no certificate type in particular.
    @SuppressWarnings("unchecked")
    private X509CertificateHolder match(Selector<?> signer) {
        return store.getMatches((Selector<X509CertificateHolder>) signer).stream()
                .findFirst()
                .orElseThrow(() -> new CmsUnsupportedException(
                        "the envelope lacks its signer's certificate, so that the signature cannot be checked; "
                                + "sign again with it inside"));
    }

    private static X509Certificate read(X509CertificateHolder holder) {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (CertificateException e) {
            throw new CmsUnsupportedException(
                    "the signer's certificate is broken or its key is of a kind unknown here; sign with an RSA key or one on a NIST curve");
        }
    }
}
