// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static org.assertj.core.api.Assertions.assertThat;

import com.dd.plist.BinaryPropertyListWriter;
import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDate;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import com.dd.plist.NSString;
import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Bool;
import dev.cmdm.plist.PlistValue.Data;
import dev.cmdm.plist.PlistValue.Date;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Int;
import dev.cmdm.plist.PlistValue.Real;
import dev.cmdm.plist.PlistValue.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinaryFuzzTest {
    private final Random random = new Random(1848);

    @Test
    void readsBackWhatDdPlistWrote() throws IOException {
        for (int i = 0; i < 1000; i++) {
            Dict value = ValueGenerator.dict(random, 4);
            PlistValue expected = value.match(new Narrowed());
            assertThat(Plists.read(binary(value)).root()).isEqualTo(expected);
        }
    }

    @Test
    void readsOrRefusesInOurWordsWhateverIsDamaged() throws IOException {
        int accepted = 0;
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] list = binary(ValueGenerator.dict(random, 3));
            for (int damage = random.nextInt(3); damage >= 0; damage--) {
                boolean trailer = random.nextInt(3) == 0;
                int at = trailer ? list.length - 1 - random.nextInt(26) : random.nextInt(list.length - 6) + 6;
                list[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : list[at] + random.nextInt(3) - 1);
            }
            try {
                assertThat(Plists.read(list).root()).isNotNull();
                accepted++;
            } catch (PlistException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "dd-plist");
                refused++;
            }
        }
        assertThat(accepted).isGreaterThan(1000);
        assertThat(refused).isGreaterThan(1000);
    }

    private static byte[] binary(PlistValue value) throws IOException {
        return BinaryPropertyListWriter.writeToArray(value.match(new ToDdPlist()));
    }

    /** What dd-plist can write: integers of 63 bits. */
    private static final class Narrowed implements PlistValue.Cases<PlistValue> {
        @Override
        public PlistValue dict(Dict dict) {
            Dict narrowed = Dict.empty();
            for (Map.Entry<String, PlistValue> entry : dict.entries().entrySet()) {
                narrowed = narrowed.with(entry.getKey(), entry.getValue().match(this));
            }
            return narrowed;
        }

        @Override
        public PlistValue array(Array array) {
            List<PlistValue> items = new ArrayList<>();
            array.items().forEach(item -> items.add(item.match(this)));
            return new Array(items);
        }

        @Override
        public PlistValue text(Text text) {
            return text;
        }

        @Override
        public PlistValue data(Data data) {
            return data;
        }

        @Override
        public PlistValue date(Date date) {
            return date;
        }

        @Override
        public PlistValue integer(Int integer) {
            return Int.of(integer.value().longValue());
        }

        @Override
        public PlistValue real(Real real) {
            return real;
        }

        @Override
        public PlistValue bool(Bool bool) {
            return bool;
        }
    }

    private static final class ToDdPlist implements PlistValue.Cases<NSObject> {
        @Override
        public NSObject dict(Dict dict) {
            NSDictionary copy = new NSDictionary();
            dict.entries().forEach((key, value) -> copy.put(key, value.match(this)));
            return copy;
        }

        @Override
        public NSObject array(Array array) {
            return new NSArray(
                    array.items().stream().map(item -> item.match(this)).toArray(NSObject[]::new));
        }

        @Override
        public NSObject text(Text text) {
            return new NSString(text.value());
        }

        @Override
        public NSObject data(Data data) {
            return new NSData(data.bytes().toArray());
        }

        @Override
        public NSObject date(Date date) {
            return new NSDate(java.util.Date.from(date.instant()));
        }

        @Override
        public NSObject integer(Int integer) {
            return new NSNumber(integer.value().longValue());
        }

        @Override
        public NSObject real(Real real) {
            return new NSNumber(real.value());
        }

        @Override
        public NSObject bool(Bool bool) {
            return new NSNumber(bool.value());
        }
    }
}
