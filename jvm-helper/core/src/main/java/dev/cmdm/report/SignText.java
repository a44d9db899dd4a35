// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.SignedFile;
import dev.cmdm.profile.Signer;
import java.util.Optional;
import java.util.stream.Collectors;

/** What became of files that were to be signed, as people read it. */
public final class SignText {
    private SignText() {}

    /** One line; nothing when the file failed, which is an error and no result. */
    public static Optional<String> findLine(SignedFile file) {
        if (file instanceof SignedFile.Signed signed) {
            return Optional.of("signed     " + Shown.of(signed.file()) + to(signed.output()));
        } else if (file instanceof SignedFile.AlreadySigned already) {
            String names = already.signers().stream().map(Signer::subject).collect(Collectors.joining(" and "));
            return Optional.of(
                    "unchanged  " + Shown.of(already.file()) + to(already.output()) + "   already signed by " + names);
        }
        return Optional.empty();
    }

    private static String to(Optional<String> output) {
        return output.map(path -> " -> " + Shown.of(path)).orElse("");
    }
}
