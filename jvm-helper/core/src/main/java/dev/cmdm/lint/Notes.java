// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.plist.KeyPath;
import java.util.ArrayList;
import java.util.List;

/** The findings on one profile, of which there are never more than anyone reads: a file could call for millions. */
final class Notes {
    private static final int MOST = 200;

    private final Subject subject;
    private final List<Finding> findings = new ArrayList<>();
    private int left;

    Notes(Subject subject) {
        this.subject = subject;
    }

    /** Notes a finding with the hint that its code has. */
    void add(Code code, KeyPath path, String message, String source) {
        add(code, path, message, code.hint(), source);
    }

    /** Notes a finding. */
    void add(Code code, KeyPath path, String message, String hint, String source) {
        if (full()) {
            left++;
            return;
        }
        add(new Finding(
                code.word(),
                code.severity(),
                subject.name(),
                path.toString(),
                subject.lines().of(path),
                message,
                hint,
                source.isEmpty() ? "" : "Apple, " + source));
    }

    /** Notes a finding that is made already. */
    void add(Finding finding) {
        if (full()) {
            left++;
        } else {
            findings.add(finding);
        }
    }

    /** Whether more are only counted, so that nothing needs to be worked out for them. */
    boolean full() {
        return findings.size() >= MOST;
    }

    /** All of them in the order in which they were noted. */
    List<Finding> found() {
        if (left > 0) {
            findings.add(new Finding(
                    Code.MORE_WARNINGS.word(),
                    Severity.WARNING,
                    subject.name(),
                    "",
                    0,
                    left + " more findings are not listed",
                    Code.MORE_WARNINGS.hint(),
                    ""));
        }
        return List.copyOf(findings);
    }
}
