// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.Place;
import dev.cmdm.profile.ProfileWarning;
import dev.cmdm.profile.Signer;
import dev.cmdm.sign.Chain;
import dev.cmdm.sign.CheckedSigner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers of signing and verifying, for what writes them down. */
public final class SignatureSamples {
    public static final Signer SIGNER =
            new Signer("CN=Acme Signing", "CN=Acme CA", Instant.parse("2027-03-01T12:00:00Z"), false);
    public static final ErrorInfo BAD =
            new ErrorInfo("cms-bad-signature", "the signature does not match", "", "", Exit.DATA, false);
    public static final SignedFile SIGNED = new SignedFile.Signed("a.mobileconfig", Optional.of("out/a.mobileconfig"));
    public static final SignedFile IN_PLACE = new SignedFile.Signed("a.mobileconfig", Optional.empty());
    public static final SignedFile ALREADY =
            new SignedFile.AlreadySigned("b.mobileconfig", Optional.empty(), List.of(SIGNER));
    public static final SignedFile FAILED = new SignedFile.Failed("c.mobileconfig", BAD);
    public static final VerifiedFile UNSIGNED = new VerifiedFile.Unsigned(
            "d.mobileconfig", new ErrorInfo("not-signed", "the profile is not signed", "", "", Exit.DATA, false));
    public static final VerifiedFile UNREADABLE = new VerifiedFile.Failed(
            "e.mobileconfig", new ErrorInfo("io", "it is missing", "e.mobileconfig", "", Exit.DATA, false));

    private SignatureSamples() {}

    /** A profile in one good signature, with a warning about a payload. */
    public static VerifiedFile good() {
        ProfileWarning warning = new ProfileWarning(
                "missing-version", "PayloadVersion is missing", new Place("PayloadContent[0]", 4, 1));
        return new VerifiedFile.Signed(
                "a.mobileconfig",
                List.of(new CheckedSigner(SIGNER, "RSA with SHA-256", Chain.KNOWN, Optional.empty())),
                List.of(warning),
                Optional.empty());
    }

    /** A profile whose only signature does not hold. */
    public static VerifiedFile bad() {
        Signer late = new Signer("CN=Old", "CN=Nobody", Instant.parse("2020-01-02T03:04:05Z"), true);
        return new VerifiedFile.Signed(
                "b.mobileconfig",
                List.of(new CheckedSigner(late, "EC with SHA-1", Chain.INCOMPLETE, Optional.of(new BadSignature()))),
                List.of(),
                Optional.of(BAD));
    }

    private static final class BadSignature extends dev.cmdm.profile.ProfileException {
        private static final long serialVersionUID = 1L;

        BadSignature() {
            super("the signature does not match", KeyPath.TOP);
        }
    }
}
