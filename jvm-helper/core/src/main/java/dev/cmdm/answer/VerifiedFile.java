// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import dev.cmdm.profile.ProfileWarning;
import dev.cmdm.sign.CheckedSigner;
import java.util.List;
import java.util.Optional;

/** What was found of one file whose signature was to be verified. */
public sealed interface VerifiedFile {
    /** Its name, as it was given. */
    String file();

    /** What is wrong with it; nothing when it is a profile in good signatures. */
    Optional<ErrorInfo> findError();

    /** When it is signed, whether the signatures hold or not, and whether a profile is within or not. */
    record Signed(
            String file, List<CheckedSigner> signers, List<ProfileWarning> warnings, Optional<ErrorInfo> findError)
            implements VerifiedFile {
        public Signed {
            signers = List.copyOf(signers);
            warnings = List.copyOf(warnings);
        }

        /** Whether every signature holds. */
        public boolean valid() {
            return signers.stream().allMatch(signer -> signer.fault().isEmpty());
        }
    }

    /** When it is a profile that nobody signed. */
    record Unsigned(String file, ErrorInfo error) implements VerifiedFile {
        @Override
        public Optional<ErrorInfo> findError() {
            return Optional.of(error);
        }
    }

    /** When it could not be read, or is neither a profile nor an envelope that can be opened. */
    record Failed(String file, ErrorInfo error) implements VerifiedFile {
        @Override
        public Optional<ErrorInfo> findError() {
            return Optional.of(error);
        }
    }
}
