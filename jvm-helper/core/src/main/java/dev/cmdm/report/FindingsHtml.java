// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.lint.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is worth knowing of profiles, those of one together and the worst first. */
final class FindingsHtml {
    private FindingsHtml() {}

    static Html of(List<Finding> findings) {
        Map<String, List<Finding>> byProfile = new LinkedHashMap<>();
        findings.stream()
                .sorted(Comparator.comparing(Finding::severity))
                .forEach(finding -> byProfile
                        .computeIfAbsent(finding.identifier(), unused -> new ArrayList<>())
                        .add(finding));
        List<Html> parts = new ArrayList<>();
        parts.add(Html.of("h2", "Findings"));
        byProfile.forEach((identifier, found) -> {
            parts.add(Html.of("h3", Html.of("code", identifier)));
            parts.add(table(identifier, found));
        });
        return Html.of("section", parts).as("findings");
    }

    private static Html table(String identifier, List<Finding> findings) {
        HtmlTable table = new HtmlTable("Findings on " + identifier, "Severity", "Finding", "Where", "What");
        findings.forEach(finding -> table.add(
                finding.severity().word(),
                Html.of("span", finding.severity().word()).as("badge"),
                Html.of("code", finding.code()),
                where(finding),
                Html.of("div", what(finding))));
        return table.whole();
    }

    private static Html where(Finding finding) {
        String line = finding.line() > 0 ? "line " + finding.line() : "";
        return finding.keyPath().isEmpty()
                ? Html.text(line)
                : Html.of("div", Html.of("code", finding.keyPath()), Html.text(" " + line));
    }

    private static List<Html> what(Finding finding) {
        List<Html> what = new ArrayList<>();
        what.add(Html.of("p", finding.message()));
        if (!finding.hint().isEmpty()) {
            what.add(Html.of("p", "What to do: " + finding.hint()).as("hint"));
        }
        if (!finding.source().isEmpty()) {
            what.add(Html.of("p", finding.source()).as("more"));
        }
        return what;
    }
}
