// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.LintedFile;
import dev.cmdm.lint.Finding;
import dev.cmdm.lint.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What lint says, as a report of JUnit: a file is a test case, which fails for what is bad enough. */
public final class LintJunit {
    private LintJunit() {}

    /**
     * The whole document.
     *
     * @param failOn what a case fails for; nothing when no finding is bad enough
     */
    public static List<String> lines(List<LintedFile> files, Optional<Severity> failOn) {
        long failures =
                files.stream().filter(file -> !failing(file, failOn).isEmpty()).count();
        long errors = files.stream().filter(LintedFile.Broken.class::isInstance).count();
        List<String> lines = new ArrayList<>();
        lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        lines.add("<testsuite name=\"cmdm lint\" tests=\"" + files.size() + "\" failures=\"" + failures + "\" errors=\""
                + errors + "\" skipped=\"0\">");
        files.forEach(file -> add(lines, file, failing(file, failOn)));
        lines.add("</testsuite>");
        return lines;
    }

    private static List<Finding> failing(LintedFile file, Optional<Severity> failOn) {
        return failOn.map(file::atLeast).orElse(List.of());
    }

    private static void add(List<String> lines, LintedFile file, List<Finding> failing) {
        lines.add("  <testcase classname=\"cmdm.lint\" name=\"" + escaped(file.file()) + "\">");
        if (file instanceof LintedFile.Broken broken) {
            lines.add("    <error type=\"" + broken.error().errorClass() + "\" message=\"" + escaped(broken.message())
                    + "\"/>");
        } else if (!failing.isEmpty()) {
            String codes = failing.stream().map(Finding::code).distinct().collect(Collectors.joining(", "));
            String text = failing.stream().map(LintJunit::line).collect(Collectors.joining("\n"));
            lines.add("    <failure message=\"" + codes + "\">" + escaped(text) + "</failure>");
        }
        lines.add("  </testcase>");
    }

    private static String line(Finding finding) {
        return (finding.line() > 0 ? "line " + finding.line() + ": " : "") + LintText.line(finding);
    }

    /** Characters that XML has no way to write become question marks. */
    private static String escaped(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
