// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import dev.cmdm.plist.PlistValue.Data;
import dev.cmdm.plist.PlistValue.Date;
import dev.cmdm.plist.PlistValue.Int;
import dev.cmdm.plist.PlistValue.Real;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;

/**
 * Numbers, dates and bytes from the text of their element. What CoreFoundation takes for a number is taken here
 * (Apple, CFPropertyList.c); dates and bytes are stricter, because there it guesses.
 */
final class XmlScalars {
    private final XmlCursor in;
    private final XmlText text;

    XmlScalars(XmlCursor in, XmlText text) {
        this.in = in;
        this.text = text;
    }

    /** Decimal or, after {@code 0x}, hexadecimal, with a sign or without, between -2^63 and 2^64-1. */
    Int integer(int open) {
        trim(open);
        int i = text.from;
        boolean negative = i < text.to && text.bytes[i] == '-';
        if (negative || (i < text.to && text.bytes[i] == '+')) {
            i = behindSpace(i + 1);
        }
        boolean hex = text.to - i > 2 && text.bytes[i] == '0' && (text.bytes[i + 1] | 0x20) == 'x';
        long magnitude = magnitude(hex ? i + 2 : i, hex ? 16 : 10, open);
        if (!negative) {
            return new Int(
                    magnitude >= 0 ? BigInteger.valueOf(magnitude) : new BigInteger(Long.toUnsignedString(magnitude)));
        } else if (magnitude < 0 && magnitude != Long.MIN_VALUE) {
            throw outOfRange(open);
        }
        return Int.of(-magnitude);
    }

    private long magnitude(int from, int radix, int open) {
        long value = 0;
        long most = Long.divideUnsigned(-1L, radix);
        for (int i = from; i < text.to; i++) {
            int digit = Character.digit((char) text.bytes[i], radix);
            if (digit < 0) {
                throw bad("an integer needs digits only, such as 42, -7 or 0x2A", open);
            }
            long next = value * radix + digit;
            if (Long.compareUnsigned(value, most) > 0 || Long.compareUnsigned(next, value * radix) < 0) {
                throw outOfRange(open);
            }
            value = next;
        }
        if (from >= text.to) {
            throw bad("an integer without digits", open);
        }
        return value;
    }

    /** As C writes floating-point numbers, or {@code inf} and {@code infinity} in any case. */
    Real real(int open) {
        trim(open);
        String number = text.string();
        if (isDecimal()) {
            double value = Double.parseDouble(number);
            if (Double.isInfinite(value)) {
                throw bad("a real beyond 64 bits", open);
            }
            return new Real(value);
        }
        return switch (number.length() > 9 ? "" : number.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> new Real(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> new Real(Double.NEGATIVE_INFINITY);
            case "nan", "+nan", "-nan" -> throw bad("a real that is not a number", open);
            default -> throw bad("a real needs digits, such as 0.5 or 1e3", open);
        };
    }

    private boolean isDecimal() {
        int i = text.from;
        i += i < text.to && (text.bytes[i] == '-' || text.bytes[i] == '+') ? 1 : 0;
        int whole = behindDigits(i);
        int mantissa = whole < text.to && text.bytes[whole] == '.' ? behindDigits(whole + 1) : whole;
        boolean digits = whole > i || mantissa > whole + 1;
        if (mantissa == text.to || (text.bytes[mantissa] | 0x20) != 'e') {
            return digits && mantissa == text.to;
        }
        int exponent = mantissa + 1;
        exponent += exponent < text.to && (text.bytes[exponent] == '-' || text.bytes[exponent] == '+') ? 1 : 0;
        return digits && exponent < text.to && behindDigits(exponent) == text.to;
    }

    private int behindDigits(int from) {
        int i = from;
        while (i < text.to && text.bytes[i] >= '0' && text.bytes[i] <= '9') {
            i++;
        }
        return i;
    }

    /** {@code 2026-01-31T00:00:00Z} and nothing else. */
    Date date(int open) {
        Instant instant = DateText.find(text.bytes, text.from, text.to);
        if (instant == null) {
            throw bad("a date that does not exist or is not of the form 2026-01-31T00:00:00Z", open);
        }
        return new Date(instant);
    }

    /** Base64 with padding; white space may stand anywhere in it. */
    Data data(int open) {
        byte[] decoded = Base64Text.decode(text.bytes, text.from, text.to);
        if (decoded == null) {
            throw bad("data that is no base64", open);
        }
        return Data.of(decoded);
    }

    private void trim(int open) {
        text.from = behindSpace(text.from);
        int end = text.to;
        while (text.to > text.from && XmlCursor.isSpace(text.bytes[text.to - 1])) {
            text.to--;
        }
        if (text.to < end) {
            in.warn("space-in-number", "white space behind a number, which macOS refuses; it is left out", open);
        }
    }

    private int behindSpace(int from) {
        int i = from;
        while (i < text.to && XmlCursor.isSpace(text.bytes[i])) {
            i++;
        }
        return i;
    }

    private BadValueException outOfRange(int open) {
        return bad("an integer that is not between -2^63 and 2^64-1", open);
    }

    private BadValueException bad(String what, int open) {
        return new BadValueException(what, in.place(open));
    }
}
