// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static org.assertj.core.api.Assertions.assertThat;

import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDate;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import com.dd.plist.NSString;
import com.dd.plist.PropertyListParser;
import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Bool;
import dev.cmdm.plist.PlistValue.Data;
import dev.cmdm.plist.PlistValue.Date;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Int;
import dev.cmdm.plist.PlistValue.Real;
import dev.cmdm.plist.PlistValue.Text;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What we write, as dd-plist reads it, where dd-plist 1.30 is right at all. */
class DdPlistOracleTest {
    /** SimpleDateFormat takes older dates for those of the Julian calendar. */
    private static final Instant GREGORIAN = Instant.parse("1582-10-15T00:00:00Z");

    @Test
    void readsAllThreeFormsAsTheSameTree() throws Exception {
        Random random = new Random(2010);
        for (int i = 0; i < 500; i++) {
            PlistValue value = within(ValueGenerator.value(random, 4));
            assertThat(ddPlist(CanonicalXml.write(value))).isEqualTo(value);
            assertThat(ddPlist(CompactXml.write(value))).isEqualTo(value);
            assertThat(ddPlist(BinaryPlist.write(value))).isEqualTo(value);
        }
    }

    private static PlistValue ddPlist(byte[] bytes) throws Exception {
        return value(PropertyListParser.parse(bytes));
    }

    private static PlistValue value(NSObject object) {
        if (object instanceof NSDictionary dict) {
            Dict copy = Dict.empty();
            for (Map.Entry<String, NSObject> entry : dict.entrySet()) {
                copy = copy.with(entry.getKey(), value(entry.getValue()));
            }
            return copy;
        } else if (object instanceof NSArray array) {
            return new Array(Arrays.stream(array.getArray())
                    .map(DdPlistOracleTest::value)
                    .toList());
        } else if (object instanceof NSString text) {
            return new Text(text.getContent());
        } else if (object instanceof NSData data) {
            return Data.of(data.bytes());
        } else if (object instanceof NSDate date) {
            return new Date(date.getDate().toInstant());
        }
        return number((NSNumber) object);
    }

    private static PlistValue number(NSNumber number) {
        if (number.isBoolean()) {
            return new Bool(number.boolValue());
        }
        return number.isInteger() ? Int.of(number.longValue()) : new Real(number.doubleValue());
    }

    /** The value without what dd-plist gets wrong: integers beyond 63 bits, infinities, dates before 1582. */
    private static PlistValue within(PlistValue value) {
        if (value instanceof Dict dict) {
            Dict copy = Dict.empty();
            for (Map.Entry<String, PlistValue> entry : dict.entries().entrySet()) {
                copy = copy.with(entry.getKey(), within(entry.getValue()));
            }
            return copy;
        } else if (value instanceof Array array) {
            return new Array(
                    array.items().stream().map(DdPlistOracleTest::within).toList());
        } else if (value instanceof Int integer) {
            return Int.of(integer.value().longValue());
        } else if (value instanceof Real real) {
            return Double.isInfinite(real.value()) ? new Real(0.5) : real;
        } else if (value instanceof Date date) {
            return date.instant().isBefore(GREGORIAN) ? new Date(GREGORIAN) : date;
        }
        return value;
    }
}
