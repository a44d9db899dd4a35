// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.VerifiedFile;
import dev.cmdm.profile.ProfileWarning;
import dev.cmdm.sign.Chain;
import dev.cmdm.sign.CheckedSigner;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What was found of signatures, as people read it. */
public final class VerifyText {
    private VerifyText() {}

    /** One block; nothing for a file that is not signed or cannot be opened, which is an error and no result. */
    public static List<String> lines(VerifiedFile file) {
        List<String> lines = new ArrayList<>();
        if (file instanceof VerifiedFile.Signed signed) {
            lines.add(Shown.of(signed.file()) + ": " + (signed.valid() ? "good signature" : "BAD SIGNATURE"));
            signed.signers().forEach(signer -> lines.addAll(signer(signer)));
            signed.warnings().forEach(warning -> lines.add("  warning  " + words(warning)));
        }
        return lines;
    }

    private static List<String> signer(CheckedSigner found) {
        String until = (found.signer().expired() ? ", expired " : ", until ")
                + found.signer().notAfter().atOffset(ZoneOffset.UTC).toLocalDate();
        return List.of(
                "  signer   " + found.signer().subject() + until + ", " + found.algorithm() + fault(found),
                "  issuer   " + found.signer().issuer() + ", " + standing(found.chain()));
    }

    private static String fault(CheckedSigner found) {
        return found.fault().isPresent() ? ", DOES NOT HOLD" : "";
    }

    private static String standing(Chain chain) {
        return switch (chain) {
            case KNOWN -> "known here";
            case UNKNOWN -> "unknown here";
            case INCOMPLETE -> "whose certificate is missing";
        };
    }

    private static String words(ProfileWarning warning) {
        String where = Shown.of(warning.place().describe());
        return (where.isEmpty() ? "" : where + ": ") + warning.message() + " (" + warning.code() + ")";
    }
}
