// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a chain leads from a signer to an authority that is known. The chain is followed by name and
 * signature, one issuer a step, so that a file cannot make it cost much; Java then validates it as a
 * whole. Revocation is not looked up: no socket is ever opened because of a profile.
 */
final class IssuerCheck {
    private static final int LONGEST_CHAIN = 8;

    private final List<X509Certificate> trusted;
    private final Clock clock;

    IssuerCheck(List<X509Certificate> trusted, Clock clock) {
        this.trusted = trusted;
        this.clock = clock;
    }

    /**
     * How far a chain leads.
     *
     * @param signer where it begins
     * @param others certificates that may stand between
     */
    Chain follow(X509Certificate signer, List<X509Certificate> others) {
        List<X509Certificate> chain = new ArrayList<>();
        Optional<X509Certificate> next = Optional.of(signer);
        while (next.isPresent() && chain.size() < LONGEST_CHAIN) {
            X509Certificate last = next.orElseThrow();
            if (trusted.contains(last)) {
                return chain.isEmpty() ? Chain.KNOWN : validated(chain, last);
            }
            chain.add(last);
            Optional<X509Certificate> authority = issuer(last, trusted);
            if (authority.isPresent()) {
                return validated(chain, authority.orElseThrow());
            }
            next = issuer(last, others).filter(found -> !chain.contains(found));
        }
        return endsInItself(chain) ? Chain.UNKNOWN : Chain.INCOMPLETE;
    }

    private Chain validated(List<X509Certificate> chain, X509Certificate authority) {
        return validates(chain, authority) ? Chain.KNOWN : Chain.UNKNOWN;
    }

    private static boolean endsInItself(List<X509Certificate> chain) {
        X509Certificate last = chain.get(chain.size() - 1);
        return last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
    }

    private static Optional<X509Certificate> issuer(X509Certificate certificate, List<X509Certificate> among) {
        return among.stream()
                .filter(candidate -> issued(candidate, certificate))
                .findFirst();
    }

    private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean validates(List<X509Certificate> chain, X509Certificate authority) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(moment(chain)));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Now, or the last moment at which all of an expired chain was valid: that it has expired is another warning. */
    private Instant moment(List<X509Certificate> chain) {
        Instant moment = clock.instant();
        for (X509Certificate certificate : chain) {
            Instant end = certificate.getNotAfter().toInstant();
            moment = moment.isAfter(end) ? end : moment;
        }
        return moment;
    }
}
