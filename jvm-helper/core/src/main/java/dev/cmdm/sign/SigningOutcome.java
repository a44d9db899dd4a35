// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.Signer;
import java.util.List;

/** What became of a profile that was to be signed. */
public sealed interface SigningOutcome {
    /** When it was unsigned and is signed now. */
    record Signed(Bytes envelope) implements SigningOutcome {}

    /** When somebody had signed it before: it is neither signed again nor altered. */
    record AlreadySigned(List<Signer> signers) implements SigningOutcome {
        public AlreadySigned {
            signers = List.copyOf(signers);
        }
    }
}
