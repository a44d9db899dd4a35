// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.profile.ProfileWarning;
import java.util.List;

/** Who signs. May be used by several threads at once. */
public interface SigningIdentity {
    /**
     * A signed envelope around content: CMS SignedData in DER where the key is ours, the content inside,
     * SHA-256, with the signer's certificate and chain. (RFC 5652; Apple, "Signing a Profile".)
     *
     * @param content the bytes of an unsigned profile
     * @throws IdentityException when it cannot be signed
     */
    byte[] sign(byte[] content);

    /**
     * The word by which its certificate is told from another, as {@link dev.cmdm.profile.Signer#word} makes it.
     *
     * @throws IdentityException when nobody can tell
     */
    String signer();

    /** What is odd about the identity and was tolerated. */
    List<ProfileWarning> warnings();
}
