// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.Bytes;
import java.util.List;

/**
 * A profile with the bytes it came in.
 *
 * @param profile what the bytes say
 * @param original the bytes, untouched
 * @param signed whether they are a signed envelope around the profile
 * @param signers who signed, in the envelope's order; empty when nobody did
 * @param warnings what was tolerated: in the envelope, in the property list, in the profile
 */
public record ReadProfile(
        Profile profile, Bytes original, boolean signed, List<Signer> signers, List<ProfileWarning> warnings) {
    public ReadProfile {
        signers = List.copyOf(signers);
        warnings = List.copyOf(warnings);
    }

    /** A profile whose signers do not matter, with the warnings that it has by itself. */
    public ReadProfile(Profile profile, Bytes original, boolean signed) {
        this(profile, original, signed, List.of(), profile.warnings());
    }
}
