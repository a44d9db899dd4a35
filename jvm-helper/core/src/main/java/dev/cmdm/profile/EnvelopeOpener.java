// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.Bytes;
import java.util.List;

/** The port through which signed envelopes (CMS, RFC 5652) are opened. */
public interface EnvelopeOpener {
    /**
     * Opens a signed envelope and verifies each of its signatures.
     *
     * @param envelope the whole envelope, already within the size cap
     * @throws ProfileException when it is no signed envelope with content, or a signature does not match
     */
    Opened open(byte[] envelope);

    /**
     * What was in an envelope.
     *
     * @param content the bytes that were signed
     * @param signers who signed, at least one
     * @param warnings what was tolerated
     */
    record Opened(Bytes content, List<Signer> signers, List<ProfileWarning> warnings) {
        public Opened {
            signers = List.copyOf(signers);
            warnings = List.copyOf(warnings);
        }
    }
}
