// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import java.util.Locale;

/** How bad a finding is; from the worst down. */
public enum Severity {
    /** When it cannot work. */
    ERROR,
    /** When it may do something other than meant. */
    WARNING,
    /** When it is worth knowing. */
    INFO;

    /** The word in JSON and in text. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
