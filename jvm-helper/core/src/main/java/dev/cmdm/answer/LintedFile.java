// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import dev.cmdm.lint.Finding;
import dev.cmdm.lint.Severity;
import java.util.List;

/** What lint has to say of one file. */
public sealed interface LintedFile {
    /** The file as it was given, {@code -} for standard input. */
    String file();

    /**
     * When the file holds a profile.
     *
     * @param identifier its PayloadIdentifier
     * @param findings what there is to say, the worst first, without what was to be ignored
     */
    record Looked(String file, String identifier, List<Finding> findings) implements LintedFile {
        public Looked {
            findings = List.copyOf(findings);
        }
    }

    /** When it cannot be read, is no profile, or breaks a rule of input. */
    record Broken(String file, ErrorInfo error) implements LintedFile {
        /** Where and what is wrong, without the file, which is said beside it. */
        public String message() {
            boolean placed = !error.where().isEmpty() && !error.where().equals(file);
            return placed ? error.where() + ": " + error.message() : error.message();
        }
    }

    /** How many findings are of a severity. */
    default long count(Severity severity) {
        return this instanceof Looked looked
                ? looked.findings().stream()
                        .filter(finding -> finding.severity() == severity)
                        .count()
                : 0;
    }

    /** The findings that are as bad as a severity or worse. */
    default List<Finding> atLeast(Severity severity) {
        return this instanceof Looked looked
                ? looked.findings().stream()
                        .filter(finding -> finding.severity().compareTo(severity) <= 0)
                        .toList()
                : List.of();
    }
}
