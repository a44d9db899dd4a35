// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.LintedFile;
import dev.cmdm.lint.Finding;
import dev.cmdm.lint.Severity;
import java.util.List;

/** What lint says, as annotations of GitHub Actions. (GitHub, workflow commands.) */
public final class LintGithub {
    private LintGithub() {}

    /** The annotations of one file. */
    public static List<String> lines(LintedFile linted) {
        if (linted instanceof LintedFile.Looked looked) {
            return looked.findings().stream()
                    .map(finding -> annotation(looked.file(), finding))
                    .toList();
        }
        LintedFile.Broken broken = (LintedFile.Broken) linted;
        return List.of("::error file=" + property(broken.file()) + ",title="
                + property(broken.error().errorClass()) + "::" + data(broken.message()));
    }

    private static String annotation(String file, Finding finding) {
        String line = finding.line() > 0 ? ",line=" + finding.line() : "";
        String place = finding.keyPath().isEmpty() ? "" : finding.keyPath() + ": ";
        return "::" + level(finding.severity()) + " file=" + property(file) + line + ",title="
                + property(finding.code()) + "::" + data(place + LintText.sentence(finding));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
