// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.Place;
import dev.cmdm.profile.EnvelopeForm;
import dev.cmdm.profile.ProfileException;
import dev.cmdm.profile.ProfileWarning;
import dev.cmdm.profile.Signer;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessable;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/** One signed envelope on its way from bytes to content, with what is found on the way. */
final class SignedEnvelope {
    /** Real profiles have one; each more costs time that whoever made the file decides on. */
    private static final int MOST_SIGNERS = 16;

    private final Clock clock;
    private final Supplier<List<X509Certificate>> trusted;
    private final List<ProfileWarning> warnings = new ArrayList<>();

    SignedEnvelope(Clock clock, Supplier<List<X509Certificate>> trusted) {
        this.clock = clock;
        this.trusted = trusted;
    }

    Verification verify(byte[] bytes) {
        ContentInfoReader reader = new ContentInfoReader(bytes);
        CMSSignedData data = signedData(reader);
        if (reader.trailing()) {
            warn("trailing-space", "white space or NULs follow the signed envelope");
        }
        byte[] content = content(data);
        return new Verification(new Bytes(content), signers(data), warnings);
    }

    private static CMSSignedData signedData(ContentInfoReader reader) {
        try {
            return new CMSSignedData(reader.read());
        } catch (CMSException e) {
            throw new CmsMalformedException("the signed envelope is broken; sign the profile again");
        }
    }

    private static byte[] content(CMSSignedData data) {
        if (!CMSObjectIdentifiers.data.getId().equals(data.getSignedContentTypeOID())) {
            throw new CmsUnsupportedException(
                    "the signed envelope holds another envelope or something else than plain data; sign the profile once");
        }
        CMSProcessable signed = data.getSignedContent();
        if (signed == null) {
            throw new CmsNoContentException(
                    "the signed envelope holds a signature but no profile; sign again with the content inside (-nodetach)");
        }
        byte[] content = (byte[]) signed.getContent();
        if (EnvelopeForm.begins(content)) {
            throw new CmsUnsupportedException(
                    "the signed envelope holds another envelope; sign the profile once, not a signed profile");
        }
        return content;
    }

    private List<CheckedSigner> signers(CMSSignedData data) {
        Collection<SignerInformation> found = data.getSignerInfos().getSigners();
        if (found.isEmpty()) {
            throw new CmsUnsupportedException("nobody signed the envelope; sign the profile or give it as it is");
        }
        if (found.size() > MOST_SIGNERS) {
            throw new CmsUnsupportedException(
                    "the envelope has " + found.size() + " signers, at most " + MOST_SIGNERS + " are checked");
        }
        Certificates certificates = new Certificates(data.getCertificates());
        List<CheckedSigner> signers = new ArrayList<>();
        for (SignerInformation signer : found) {
            signers.add(signer(signer, certificates));
        }
        return signers;
    }

    private CheckedSigner signer(SignerInformation signer, Certificates certificates) {
        X509Certificate certificate = certificates.of(signer);
        SignatureCheck check = new SignatureCheck(signer, certificate);
        Optional<ProfileException> fault = fault(check);
        if (check.weak()) {
            warn("sha1-signature", "the signature uses SHA-1, which is weak; sign with SHA-256");
        }
        boolean expired = expired(certificate);
        Chain chain = new IssuerCheck(trusted.get(), clock).follow(certificate, certificates.all());
        if (chain != Chain.KNOWN) {
            warn("unknown-issuer", words(chain));
        }
        Signer who = who(certificate, expired);
        return new CheckedSigner(who, check.algorithm(), chain, fault);
    }

    /** Whose certificate it is. */
    static Signer who(X509Certificate certificate, boolean expired) {
        return new Signer(
                oneLine(certificate.getSubjectX500Principal().getName()),
                oneLine(certificate.getIssuerX500Principal().getName()),
                certificate.getNotAfter().toInstant(),
                expired);
    }

    private static Optional<ProfileException> fault(SignatureCheck check) {
        try {
            check.verify();
            return Optional.empty();
        } catch (CmsBadSignatureException | CmsUnsupportedException e) {
            return Optional.of(e);
        }
    }

    private boolean expired(X509Certificate certificate) {
        boolean expired = clock.instant().isAfter(certificate.getNotAfter().toInstant());
        if (expired) {
            warn("expired-signer", "the signer's certificate has expired");
        }
        if (clock.instant().isBefore(certificate.getNotBefore().toInstant())) {
            warn("early-signer", "the signer's certificate is not valid yet");
        }
        return expired;
    }

    private static String words(Chain chain) {
        return chain == Chain.INCOMPLETE
                ? "the certificate of the signer's issuer is missing in the envelope and not known here"
                : "the signer's certificate was issued by nobody who is known here";
    }

    private void warn(String code, String message) {
        warnings.add(new ProfileWarning(code, message, Place.TOP));
    }

    /** Names come from whoever made the file, and end up on terminals. */
    private static String oneLine(String name) {
        return name.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
    }
}
