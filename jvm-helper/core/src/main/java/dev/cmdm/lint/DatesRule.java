// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import java.time.Instant;

/** Dates at the top that have passed; needs the time. */
final class DatesRule implements Rule {
    @Override
    public void check(Subject subject, Notes notes) {
        subject.now().ifPresent(now -> {
            if (passed(subject, "RemovalDate", now)) {
                notes.add(
                        Code.REMOVAL_DATE_PAST,
                        KeyPath.TOP.key("RemovalDate"),
                        "RemovalDate has passed, so that macOS refuses the profile",
                        "TopLevel.yaml");
            }
            if (passed(subject, "PayloadExpirationDate", now)) {
                notes.add(
                        Code.EXPIRATION_PAST,
                        KeyPath.TOP.key("PayloadExpirationDate"),
                        "PayloadExpirationDate has passed, so that macOS calls the profile expired",
                        "TopLevel.yaml");
            }
        });
    }

    private static boolean passed(Subject subject, String key, Instant now) {
        return subject.profile()
                .content()
                .find(key)
                .filter(value ->
                        value instanceof PlistValue.Date date && date.instant().isBefore(now))
                .isPresent();
    }
}
