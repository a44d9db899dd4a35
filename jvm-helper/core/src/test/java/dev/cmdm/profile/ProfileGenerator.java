// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Dict;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Profiles drawn from a seed, dense in what makes fingerprints hard: references in every place, UUIDs that are none,
 * are shared or look alike, names that collide, keys that sort oddly, values that differ by kind only.
 */
final class ProfileGenerator {
    private static final List<String> TYPES =
            List.of("com.apple.dock", "com.apple.Dock", "com.apple.wifi.managed", "t", "");
    private static final List<String> KEYS = List.of(
            "PayloadUUID",
            "PayloadIdentifier",
            "PayloadContent",
            "PayloadCertificateUUID",
            "a",
            "ab",
            "A",
            "a b",
            "é",
            "e\u0301",
            "\ufffd",
            "😀",
            "\ue000",
            "$data",
            "$x",
            "",
            "Setting",
            Values.UUID_1);
    private static final List<BigInteger> INTEGERS = List.of(
            BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE),
            BigInteger.ONE.shiftLeft(63),
            BigInteger.ONE.shiftLeft(63).negate(),
            BigInteger.valueOf(-1),
            BigInteger.ZERO,
            BigInteger.ONE);
    private static final List<Double> REALS =
            List.of(0.0, -0.0, 1.0, 0.1, 1e21, 1e-7, Double.MIN_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL, 3600.0);
    private static final List<Long> SECONDS =
            List.of(0L, -1L, 1_769_817_600L, -62_135_596_800L, 253_402_300_799L, 4_294_967_296L);
    private static final int[] CHARACTERS =
            " aZ0.-_{}$%&<>\"'\t\n\réß世\u0301\ufffd\ue000😀𝒳".codePoints().toArray();

    private final Random random;
    private final List<String> uuids = new ArrayList<>();
    private final Set<String> identifiers = new HashSet<>();

    ProfileGenerator(long seed) {
        random = new Random(seed);
    }

    /** A profile that keeps the rules of a file. */
    Dict file() {
        Map<String, PlistValue> entries = top();
        entries.put("PayloadUUID", text(chance(4) ? uuid() : "of-the-profile"));
        entries.put("PayloadType", text("Configuration"));
        return shuffled(entries);
    }

    /** A profile of which much is left out. */
    Dict content() {
        Map<String, PlistValue> entries = top();
        if (chance(2)) {
            entries.put("PayloadUUID", text(uuid()));
        }
        if (chance(2)) {
            entries.put("PayloadType", text("Configuration"));
        }
        return shuffled(entries);
    }

    private Map<String, PlistValue> top() {
        uuids.clear();
        identifiers.clear();
        for (int count = random.nextInt(4); count >= 0; count--) {
            uuids.add(randomUuid());
        }
        Map<String, PlistValue> entries = new LinkedHashMap<>();
        entries.put("PayloadIdentifier", text(chance(8) ? uuid() : "com.example.p" + random.nextInt(9)));
        if (chance(2)) {
            entries.put("PayloadVersion", PlistValue.Int.of(1));
        }
        if (!chance(10)) {
            List<PlistValue> payloads = new ArrayList<>();
            for (int count = random.nextInt(5); count > 0; count--) {
                payloads.add(payload());
            }
            entries.put("PayloadContent", new PlistValue.Array(payloads));
        }
        for (int count = random.nextInt(3); count > 0; count--) {
            entries.putIfAbsent("Top" + pick(KEYS), value(2));
        }
        return entries;
    }

    private Dict payload() {
        Map<String, PlistValue> entries = new LinkedHashMap<>();
        for (int count = random.nextInt(6); count > 0; count--) {
            entries.put(pick(KEYS), value(3));
        }
        entries.remove("PayloadIdentifier");
        if (chance(2)) {
            String identifier = chance(4) ? "com.example.p" + random.nextInt(9) + ".t.1" : "id" + random.nextInt(99);
            if (identifiers.add(identifier)) {
                entries.put("PayloadIdentifier", text(identifier));
            }
        } else if (chance(8)) {
            entries.put("PayloadIdentifier", PlistValue.Int.of(7));
        }
        if (!chance(8)) {
            entries.put("PayloadType", chance(10) ? PlistValue.Int.of(1) : text(pick(TYPES)));
        }
        entries.remove("PayloadUUID");
        if (!chance(6)) {
            entries.put("PayloadUUID", chance(12) ? PlistValue.Int.of(3) : text(chance(10) ? "none" : uuid()));
        }
        return shuffled(entries);
    }

    private PlistValue value(int depth) {
        int kinds = depth == 0 ? 8 : 10;
        return switch (random.nextInt(kinds)) {
            case 0, 1 -> text(chance(2) ? uuid() : words());
            case 2 -> PlistValue.Data.of(bytes());
            case 3 -> new PlistValue.Date(Instant.ofEpochSecond(pick(SECONDS)));
            case 4 -> new PlistValue.Int(chance(2) ? pick(INTEGERS) : BigInteger.valueOf(random.nextInt(300)));
            case 5 -> new PlistValue.Real(chance(2) ? pick(REALS) : random.nextGaussian());
            case 6, 7 -> new PlistValue.Bool(random.nextBoolean());
            case 8 -> array(depth);
            default -> dict(depth);
        };
    }

    private PlistValue array(int depth) {
        List<PlistValue> items = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            items.add(value(depth - 1));
        }
        return new PlistValue.Array(items);
    }

    private PlistValue dict(int depth) {
        Map<String, PlistValue> entries = new LinkedHashMap<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            entries.put(pick(KEYS), value(depth - 1));
        }
        return new Dict(entries);
    }

    /** One of the few of this profile, so that they are shared and referred to, in either case. */
    private String uuid() {
        String uuid = chance(12) ? randomUuid() : pick(uuids);
        return chance(3) ? uuid.toUpperCase(Locale.ROOT) : uuid;
    }

    private String randomUuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String words() {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(8); count > 0; count--) {
            text.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Dict shuffled(Map<String, PlistValue> entries) {
        return Variants.shuffled(new Dict(entries), random);
    }

    private boolean chance(int outOf) {
        return random.nextInt(outOf) == 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static PlistValue text(String text) {
        return new PlistValue.Text(text);
    }
}
