// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the header of an answer tells of limits.
 *
 * @param retryAfter how long to wait before the next request. (RFC 9110, 10.2.3.)
 * @param remaining how many requests are left, by {@code x-ratelimit-remaining}
 * @param reset how long until there are more, by {@code x-ratelimit-reset}
 */
public record RateLimit(Optional<Duration> retryAfter, Optional<Long> remaining, Optional<Duration> reset) {
    /** A number above is a moment in seconds since 1970, above a thousand times that in milliseconds. */
    private static final long MOMENT = 1_000_000_000L;

    /** All three forms that a date may have, and that of JSON. (RFC 9110, 5.6.7.) */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ISO_INSTANT,
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    /** What the header tells; a moment in it is measured by the server's own clock where it tells that. */
    public static RateLimit of(Headers headers, Instant now) {
        Instant here = findDate(headers).orElse(now);
        return new RateLimit(
                headers.find("retry-after").flatMap(text -> span(text, here)),
                headers.find("x-ratelimit-remaining").flatMap(RateLimit::number),
                headers.find("x-ratelimit-reset").flatMap(text -> span(text, here)));
    }

    /** What the server's clock said when it answered, or nothing. */
    public static Optional<Instant> findDate(Headers headers) {
        return headers.find("date").flatMap(RateLimit::date);
    }

    /** How long nothing should be sent, from now; nothing when the header asks for no pause. */
    Optional<Duration> pause() {
        return retryAfter.or(() -> remaining.filter(left -> left <= 0).flatMap(none -> reset));
    }

    private static Optional<Duration> span(String text, Instant here) {
        return number(text)
                .map(number -> fromNumber(number, here))
                .or(() -> date(text).map(moment -> Duration.between(here, moment)))
                .map(span -> span.isNegative() ? Duration.ZERO : span);
    }

    private static Duration fromNumber(long number, Instant here) {
        if (number > MOMENT * 1000) {
            return Duration.between(here, Instant.ofEpochMilli(number));
        }
        return number > MOMENT ? Duration.between(here, Instant.ofEpochSecond(number)) : Duration.ofSeconds(number);
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Optional<Instant> date(String text) {
        return DATES.stream()
                .map(format -> date(text, format))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Instant> date(String text, DateTimeFormatter format) {
        try {
            return Optional.of(format.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
