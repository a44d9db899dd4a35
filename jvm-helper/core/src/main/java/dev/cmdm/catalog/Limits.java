// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.catalog;

import dev.cmdm.plist.PlistValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Apple's schema lets a value be.
 *
 * @param allowed the only values (rangelist), or those beside the bounds where there are bounds; empty when there is no
 *     such list
 * @param least the smallest number, or nothing
 * @param most the largest number, or nothing
 * @param format a regular expression that the text matches, or nothing
 */
public record Limits(
        List<String> allowed, Optional<BigDecimal> least, Optional<BigDecimal> most, Optional<String> format) {
    /** Whether a value is one of the list; any is where bounds or nothing at all are given, and what is no text or number. */
    public boolean allows(PlistValue value) {
        boolean bounded = least.isPresent() || most.isPresent();
        return allowed.isEmpty() || bounded || text(value).isEmpty() || listed(value);
    }

    /** Whether a number is within the bounds or one of the list beside them; what is no number always is. */
    public boolean inRange(PlistValue value) {
        Optional<BigDecimal> number = number(value);
        return number.isEmpty()
                || listed(value)
                || (least.filter(bound -> bound.compareTo(number.get()) > 0).isEmpty()
                        && most.filter(bound -> bound.compareTo(number.get()) < 0)
                                .isEmpty());
    }

    /** Whether a text has the format; what is no text always has. */
    public boolean hasFormat(PlistValue value) {
        return format.isEmpty()
                || !(value instanceof PlistValue.Text text)
                || Pattern.compile(format.get()).matcher(text.value()).find();
    }

    private boolean listed(PlistValue value) {
        return text(value).filter(allowed::contains).isPresent();
    }

    private static Optional<String> text(PlistValue value) {
        if (value instanceof PlistValue.Text text) {
            return Optional.of(text.value());
        }
        return value instanceof PlistValue.Int integer
                ? Optional.of(integer.value().toString())
                : Optional.empty();
    }

    private static Optional<BigDecimal> number(PlistValue value) {
        if (value instanceof PlistValue.Int integer) {
            return Optional.of(new BigDecimal(integer.value()));
        }
        return value instanceof PlistValue.Real real && Double.isFinite(real.value())
                ? Optional.of(BigDecimal.valueOf(real.value()))
                : Optional.empty();
    }
}
