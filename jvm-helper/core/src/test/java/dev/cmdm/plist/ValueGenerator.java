// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Bool;
import dev.cmdm.plist.PlistValue.Data;
import dev.cmdm.plist.PlistValue.Date;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Int;
import dev.cmdm.plist.PlistValue.Real;
import dev.cmdm.plist.PlistValue.Text;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Values of every kind, with a taste for the edges. */
final class ValueGenerator {
    private static final String[] PIECES = {
        "a",
        "Z",
        "0",
        " ",
        "\n",
        "\t",
        "\r",
        "\r\n",
        "<",
        ">",
        "&",
        "]]>",
        "\"",
        "'",
        "é",
        "\u0085",
        "\u007F",
        "\u2028",
        "日",
        "\uD7FF",
        "\uE000",
        "\uFFFD",
        "\uFEFF",
        "😀",
        "\uDBFF\uDFFD",
        "e\u0301",
        "&amp;",
        "<!--",
        "${x}",
        "]]",
        "/"
    };
    private static final long YEAR_1 = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long YEAR_9999 = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private ValueGenerator() {}

    static PlistValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> new Text(text(random));
            case 1 -> new Int(integer(random));
            case 2 -> new Real(real(random));
            case 3 -> new Bool(random.nextBoolean());
            case 4 -> Data.of(bytes(random));
            case 5 -> new Date(Instant.ofEpochSecond(random.nextLong(YEAR_1, YEAR_9999 + 1)));
            case 6 -> random.nextBoolean() ? Dict.empty() : new Array(List.of());
            case 7 -> array(random, depth - 1);
            default -> dict(random, depth - 1);
        };
    }

    static Dict dict(Random random, int depth) {
        Map<String, PlistValue> entries = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            entries.put(text(random), value(random, depth));
        }
        return new Dict(entries);
    }

    private static Array array(Random random, int depth) {
        List<PlistValue> items = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            items.add(value(random, depth));
        }
        return new Array(items);
    }

    static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static BigInteger integer(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> BigInteger.valueOf(random.nextInt(200) - 100L);
            case 1 -> BigInteger.valueOf(random.nextLong());
            case 2 -> new BigInteger(64, random);
            default -> BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
        };
    }

    static double real(Random random) {
        double value = switch (random.nextInt(5)) {
            case 0 -> random.nextInt(1000) / 8.0;
            case 1 -> random.nextInt(1_000_000) / 1000.0;
            case 2 -> Math.scalb(random.nextInt(10), random.nextInt(200) - 100);
            case 3 -> random.nextBoolean() ? -0.0 : Double.NEGATIVE_INFINITY;
            default -> Double.longBitsToDouble(random.nextLong());
        };
        return Double.isNaN(value) ? 0.1 : value;
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(80)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The same value with each text and key mapped; of keys that become equal, the last one counts. */
    static PlistValue withTexts(PlistValue value, UnaryOperator<String> mapping) {
        if (value instanceof Dict dict) {
            Map<String, PlistValue> entries = new LinkedHashMap<>();
            dict.entries().forEach((key, entry) -> entries.put(mapping.apply(key), withTexts(entry, mapping)));
            return new Dict(entries);
        } else if (value instanceof Array array) {
            return new Array(
                    array.items().stream().map(item -> withTexts(item, mapping)).toList());
        }
        return value instanceof Text text ? new Text(mapping.apply(text.value())) : value;
    }
}
