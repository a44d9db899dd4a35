// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import dev.cmdm.profile.Signer;
import java.util.List;
import java.util.Optional;

/** What became of one file that was to be signed. */
public sealed interface SignedFile {
    /** Its name, as it was given. */
    String file();

    /** When it was signed; the output is missing when the file itself was replaced, or standard output was written. */
    record Signed(String file, Optional<String> output) implements SignedFile {}

    /** When somebody had signed it before; the output, if there is one, holds the same bytes. */
    record AlreadySigned(String file, Optional<String> output, List<Signer> signers) implements SignedFile {
        public AlreadySigned {
            signers = List.copyOf(signers);
        }
    }

    /** When it was not signed, and nothing was written. */
    record Failed(String file, ErrorInfo error) implements SignedFile {}
}
