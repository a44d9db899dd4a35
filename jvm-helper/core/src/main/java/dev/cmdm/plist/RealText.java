// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floating-point numbers in the fewest digits that read back bit for bit, always with a point. {@code Double.toString}
 * is not used, because Java 19 changed what it gives.
 */
final class RealText {
    private static final long EXACT = 1L << 53;
    private static final int MOST_DIGITS = 17;
    private static final int PLAIN_FROM = -5;
    private static final int PLAIN_TO = 17;

    private RealText() {}

    /** The text of a number that is not NaN; infinities as CoreFoundation writes them. (Apple, CFNumber.c.) */
    static String of(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+infinity" : "-infinity";
        } else if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        } else if (Math.abs(value) < EXACT && value == (long) value) {
            return (long) value + ".0";
        }
        return text(shortest(value));
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static String text(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - number.scale();
        String sign = number.signum() < 0 ? "-" : "";
        if (exponent >= PLAIN_FROM && exponent < PLAIN_TO) {
            String plain = number.abs().toPlainString();
            return sign + plain + (plain.indexOf('.') < 0 ? ".0" : "");
        }
        String fraction = digits.length() == 1 ? "0" : digits.substring(1);
        return sign + digits.charAt(0) + '.' + fraction + 'e' + exponent;
    }
}
