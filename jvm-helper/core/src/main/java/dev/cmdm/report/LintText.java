// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.LintedFile;
import dev.cmdm.lint.Finding;
import dev.cmdm.lint.Severity;
import java.util.List;

/** What lint says, as people and editors read it: a finding a line, each beginning with file and line. */
public final class LintText {
    private LintText() {}

    /** What there is to say of one file; nothing when all is well. */
    public static List<String> lines(LintedFile linted) {
        String file = Shown.of(linted.file());
        if (linted instanceof LintedFile.Looked looked) {
            return looked.findings().stream()
                    .map(finding -> file + (finding.line() > 0 ? ":" + finding.line() : "") + ": " + line(finding))
                    .toList();
        }
        LintedFile.Broken broken = (LintedFile.Broken) linted;
        return List.of(file + ": error: " + Shown.of(broken.message()) + " ["
                + broken.error().errorClass() + "]");
    }

    /** One finding without its file: severity, place, what, what to do, code and source. */
    static String line(Finding finding) {
        String place = finding.keyPath().isEmpty() ? "" : Shown.of(finding.keyPath()) + ": ";
        return finding.severity().word() + ": " + place + sentence(finding) + " [" + finding.code() + "]"
                + (finding.source().isEmpty() ? "" : " (" + finding.source() + ")");
    }

    /** What and what to do. */
    static String sentence(Finding finding) {
        return finding.message() + (finding.hint().isEmpty() ? "" : "; " + finding.hint());
    }

    /** The last line. */
    public static String sum(int files, int broken, long errors, long warnings, long infos) {
        return count(files, "file") + (broken > 0 ? ", " + broken + " broken" : "") + ": "
                + count(errors, Severity.ERROR.word()) + ", " + count(warnings, Severity.WARNING.word()) + ", "
                + count(infos, Severity.INFO.word()) + ".";
    }

    private static String count(long number, String word) {
        return number + " " + word + (number == 1 || word.equals("info") ? "" : "s");
    }
}
