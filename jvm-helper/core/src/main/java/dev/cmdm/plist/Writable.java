// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import dev.cmdm.plist.PlistValue.Date;
import dev.cmdm.plist.PlistValue.Int;
import dev.cmdm.plist.PlistValue.Real;
import java.math.BigInteger;
import java.time.Instant;

/** What a value must be to stand in a property list of whatever form. */
final class Writable {
    private static final int INTEGER_BITS = 64;

    private Writable() {}

    static BigInteger require(Int integer, KeyPath path) {
        BigInteger value = integer.value();
        boolean fits = value.signum() < 0 ? value.bitLength() < INTEGER_BITS : value.bitLength() <= INTEGER_BITS;
        if (!fits) {
            throw new UnwritableException("an integer that is not between -2^63 and 2^64-1", path.place());
        }
        return value;
    }

    static double require(Real real, KeyPath path) {
        if (Double.isNaN(real.value())) {
            throw new UnwritableException("a real that is not a number", path.place());
        }
        return real.value();
    }

    static Instant require(Date date, KeyPath path) {
        if (!DateText.holds(date.instant())) {
            throw new UnwritableException(
                    "a date with a fraction of a second or outside the years 1 to 9999", path.place());
        }
        return date.instant();
    }
}
