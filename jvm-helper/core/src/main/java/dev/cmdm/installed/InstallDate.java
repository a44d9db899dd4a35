// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The moment of an installation as {@code profiles} prints it: {@code 2026-01-31 00:00:00 +0000}. */
public final class InstallDate {
    private static final String SHAPE = "0000-00-00 00:00:00 +0000";
    private static final int SIGN = SHAPE.indexOf('+');

    private InstallDate() {}

    /** The moment that a text names, or nothing when it has another shape or names a moment that does not exist. */
    public static Optional<Instant> find(String printed) {
        if (!fits(printed)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(printed));
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    /** A moment as the tool would print it, in UTC. */
    static String print(Instant moment) {
        return moment.toString().substring(0, 19).replace('T', ' ') + " +0000";
    }

    private static Instant read(String printed) {
        int sign = printed.charAt(SIGN) == '-' ? -1 : 1;
        ZoneOffset offset =
                ZoneOffset.ofHoursMinutes(sign * number(printed, SIGN + 1, 2), sign * number(printed, SIGN + 3, 2));
        return OffsetDateTime.of(
                        number(printed, 0, 4),
                        number(printed, 5, 2),
                        number(printed, 8, 2),
                        number(printed, 11, 2),
                        number(printed, 14, 2),
                        number(printed, 17, 2),
                        0,
                        offset)
                .toInstant();
    }

    private static int number(String text, int from, int digits) {
        return Integer.parseInt(text, from, from + digits, 10);
    }

    private static boolean fits(String text) {
        boolean fits = text.length() == SHAPE.length();
        for (int i = 0; fits && i < SHAPE.length(); i++) {
            char character = text.charAt(i);
            fits = switch (SHAPE.charAt(i)) {
                case '0' -> character >= '0' && character <= '9';
                case '+' -> character == '+' || character == '-';
                default -> character == SHAPE.charAt(i);
            };
        }
        return fits;
    }
}
