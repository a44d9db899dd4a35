// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Text;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;

/** Other profiles made from one: some that mean the same, some that do not. */
final class Variants {
    private Variants() {}

    /** The same in another key order, all the way down. */
    static Dict shuffled(Dict dict, Random random) {
        List<String> keys = new ArrayList<>(dict.entries().keySet());
        Collections.shuffle(keys, random);
        Map<String, PlistValue> entries = new LinkedHashMap<>();
        keys.forEach(key -> entries.put(key, shuffled(dict.entries().get(key), random)));
        return new Dict(entries);
    }

    private static PlistValue shuffled(PlistValue value, Random random) {
        if (value instanceof Dict dict) {
            return shuffled(dict, random);
        } else if (value instanceof Array array) {
            return new Array(
                    array.items().stream().map(item -> shuffled(item, random)).toList());
        }
        return value;
    }

    /** The same with other random UUIDs for the profile and for each payload that can be referred to. */
    static Dict redrawn(Dict profile, Random random) {
        References references = References.in(profile);
        Map<String, String> drawn = new HashMap<>();
        BiFunction<String, PlistValue, PlistValue> redraw = (key, value) -> {
            if (value instanceof Text text && references.find(key, text.value()).isPresent()) {
                String uuid = drawn.computeIfAbsent(
                        text.value().toUpperCase(Locale.ROOT),
                        old -> new UUID(random.nextLong(), random.nextLong()).toString());
                return new Text(random.nextBoolean() ? uuid : uuid.toUpperCase(Locale.ROOT));
            }
            return value;
        };
        Dict redrawn = (Dict) mapped("", profile.without("PayloadUUID"), redraw);
        return redrawn.with("PayloadUUID", new Text(new UUID(random.nextLong(), 1).toString()));
    }

    /** Another profile, with 63 bits left of each integer. */
    static Dict withoutLargeIntegers(Dict profile) {
        return (Dict) mapped(
                "",
                profile,
                (key, value) -> value instanceof PlistValue.Int integer
                        ? PlistValue.Int.of(integer.value().longValue())
                        : value);
    }

    /** How many values {@link #changed} can change. */
    static int changes(Dict profile) {
        int[] count = {0};
        mapped("", profile.without("PayloadUUID"), (key, value) -> {
            count[0]++;
            return value;
        });
        return count[0];
    }

    /** Another profile: the one with this number among its single values has another value of its kind, or another kind. */
    static Dict changed(Dict profile, int number, Random random) {
        References references = References.in(profile);
        int[] count = {0};
        Dict changed = (Dict) mapped("", profile.without("PayloadUUID"), (key, value) -> {
            boolean reference = value instanceof Text text
                    && references.find(key, text.value()).isPresent();
            return count[0]++ == number ? change(value, reference, random) : value;
        });
        return changed.with("PayloadUUID", profile.entries().get("PayloadUUID"));
    }

    private static PlistValue change(PlistValue value, boolean reference, Random random) {
        if (value instanceof Text text) {
            return new Text(reference || random.nextBoolean() ? text.value() + "x" : "x" + text.value());
        } else if (value instanceof PlistValue.Int integer) {
            return random.nextBoolean()
                    ? new PlistValue.Real(integer.value().doubleValue())
                    : new PlistValue.Int(integer.value().add(BigInteger.ONE));
        } else if (value instanceof PlistValue.Real real) {
            return new PlistValue.Real(Math.nextUp(real.value()));
        } else if (value instanceof PlistValue.Bool bool) {
            return random.nextBoolean() ? new PlistValue.Bool(!bool.value()) : PlistValue.Int.of(bool.value() ? 1 : 0);
        } else if (value instanceof PlistValue.Date date) {
            return new PlistValue.Date(date.instant().plusSeconds(1));
        }
        return PlistValue.Data.of(new byte[] {1, 2, 3, (byte) random.nextInt(), 5});
    }

    /** A copy in which each single value is what a function makes of it and its key. */
    private static PlistValue mapped(
            String key, PlistValue value, BiFunction<String, PlistValue, PlistValue> function) {
        if (value instanceof Dict dict) {
            Map<String, PlistValue> entries = new LinkedHashMap<>();
            dict.entries().forEach((inner, member) -> entries.put(inner, mapped(inner, member, function)));
            return new Dict(entries);
        } else if (value instanceof Array array) {
            return new Array(array.items().stream()
                    .map(item -> mapped(key, item, function))
                    .toList());
        }
        return function.apply(key, value);
    }
}
