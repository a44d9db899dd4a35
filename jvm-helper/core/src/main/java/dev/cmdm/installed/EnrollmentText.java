// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import dev.cmdm.device.Enrollment;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code profiles status -type enrollment} prints: one sentence from macOS 10.13 to 10.13.3, later
 * lines of label and value, of which each release may add some.
 */
public final class EnrollmentText {
    private static final String BY_DEP = "Enrolled via DEP";
    private static final String BY_MDM = "MDM enrollment";
    private static final String ENROLLED = "An enrollment profile is currently installed on this system";
    private static final String NOT_ENROLLED = "There is no enrollment profile installed on this system";

    private EnrollmentText() {}

    /**
     * The enrollment that a text states, or nothing when it states none, or two. Automated is only what
     * macOS itself calls approved too: 10.13 and 10.14 know devices of the program without approval.
     */
    public static Optional<Enrollment> find(String text) {
        if (states(text, NOT_ENROLLED)) {
            return states(text, ENROLLED) ? Optional.empty() : Optional.of(Enrollment.NONE);
        } else if (states(text, ENROLLED)) {
            return Optional.of(Enrollment.MDM);
        }
        boolean automated = findValue(text, BY_DEP).filter("yes"::equals).isPresent();
        return findValue(text, BY_MDM).flatMap(value -> enrollment(value, automated));
    }

    private static Optional<Enrollment> enrollment(String value, boolean automated) {
        if (value.equals("no")) {
            return Optional.of(Enrollment.NONE);
        } else if (value.equals("yes (user approved)")) {
            return Optional.of(automated ? Enrollment.AUTOMATED : Enrollment.USER_APPROVED);
        }
        return value.equals("yes") || value.startsWith("yes (") ? Optional.of(Enrollment.MDM) : Optional.empty();
    }

    private static boolean states(String text, String sentence) {
        return text.lines().map(String::strip).anyMatch(sentence::equals);
    }

    /** The value of a label in lower case, or nothing when it is missing or stands there with two values. */
    private static Optional<String> findValue(String text, String label) {
        String[] values = text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(label + ":"))
                .map(line -> line.substring(label.length() + 1).strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
        return values.length == 1 ? Optional.of(values[0]) : Optional.empty();
    }
}
