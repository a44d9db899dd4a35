// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Dates as property lists write them: UTC, whole seconds, years 1 to 9999. (Apple, PropertyList-1.0.dtd.) */
final class DateText {
    private static final String FORM = "dddd-dd-ddTdd:dd:ddZ";
    private static final long FIRST = LocalDate.of(1, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    private static final long LAST =
            LocalDate.of(9999, 12, 31).atTime(LocalTime.MAX).toEpochSecond(ZoneOffset.UTC);

    private DateText() {}

    /** The moment that ASCII text names, null if there is no such moment or the form is another one. */
    static @Nullable Instant find(byte[] ascii, int from, int to) {
        if (!hasForm(ascii, from, to)) {
            return null;
        }
        int year = number(ascii, from, 4);
        int month = number(ascii, from + 5, 2);
        int day = number(ascii, from + 8, 2);
        int hour = number(ascii, from + 11, 2);
        int minute = number(ascii, from + 14, 2);
        int second = number(ascii, from + 17, 2);
        if (year < 1 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) {
            return null;
        } else if (day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400L + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds);
    }

    /** Whether a moment can be written. */
    static boolean holds(Instant instant) {
        return instant.getNano() == 0 && holds(instant.getEpochSecond());
    }

    /** Whether seconds since 1970 lie in the years that can be written. */
    static boolean holds(long seconds) {
        return seconds >= FIRST && seconds <= LAST;
    }

    private static boolean hasForm(byte[] ascii, int from, int to) {
        if (to - from != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            boolean digit = ascii[from + i] >= '0' && ascii[from + i] <= '9';
            if (FORM.charAt(i) == 'd' ? !digit : ascii[from + i] != FORM.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] ascii, int from, int length) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            value = value * 10 + ascii[i] - '0';
        }
        return value;
    }
}
