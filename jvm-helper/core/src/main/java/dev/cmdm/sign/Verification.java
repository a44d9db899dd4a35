// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.EnvelopeOpener.Opened;
import dev.cmdm.profile.ProfileWarning;
import java.util.List;

/**
 * What an envelope is found to be.
 *
 * @param content the bytes within, whoever signed them
 * @param signers everybody who signed, at least one
 * @param warnings what was tolerated
 */
public record Verification(Bytes content, List<CheckedSigner> signers, List<ProfileWarning> warnings) {
    public Verification {
        signers = List.copyOf(signers);
        warnings = List.copyOf(warnings);
    }

    /** Whether every signature holds. */
    public boolean holds() {
        return signers.stream().allMatch(signer -> signer.fault().isEmpty());
    }

    /**
     * The content, for those who use it.
     *
     * @throws dev.cmdm.profile.ProfileException the first fault of a signature
     */
    public Opened opened() {
        signers.forEach(signer -> signer.fault().ifPresent(fault -> {
            throw fault;
        }));
        return new Opened(content, signers.stream().map(CheckedSigner::signer).toList(), warnings);
    }
}
