// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.profile.ProfileWarning;

/** What reading tolerated is worth a finding. */
final class ToleratedRule implements Rule {
    @Override
    public void check(Subject subject, Notes notes) {
        subject.warnings().forEach(warning -> notes.add(finding(subject, warning)));
    }

    private static Finding finding(Subject subject, ProfileWarning warning) {
        return new Finding(
                warning.code(),
                Severity.WARNING,
                subject.name(),
                warning.place().keyPath(),
                warning.place().line(),
                warning.message(),
                Code.find(warning.code()).map(Code::hint).orElse(""),
                "");
    }
}
