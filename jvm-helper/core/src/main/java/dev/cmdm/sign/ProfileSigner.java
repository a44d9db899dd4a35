// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.profile.ReadProfile;

/** Signs profiles, and nothing else: what is no profile would only be refused later, by the Mac. */
public final class ProfileSigner {
    private final ProfileReader reader;
    private final SigningIdentity identity;

    /**
     * A signer.
     *
     * @param reader reads what is to be signed
     * @param identity who signs
     */
    public ProfileSigner(ProfileReader reader, SigningIdentity identity) {
        this.reader = reader;
        this.identity = identity;
    }

    /**
     * Signs one file byte for byte, unless it is signed.
     *
     * @throws dev.cmdm.plist.PlistException when it is no property list
     * @throws dev.cmdm.profile.ProfileException when it is no profile, or an envelope that is broken or encrypted
     * @throws IdentityException when the identity does not sign
     */
    public SigningOutcome sign(byte[] file) {
        ReadProfile read = reader.read(file);
        return read.signed()
                ? new SigningOutcome.AlreadySigned(read.signers())
                : new SigningOutcome.Signed(new Bytes(identity.sign(file)));
    }
}
