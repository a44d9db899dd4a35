// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.plist.CanonicalXml;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Dict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the fingerprint is for, over profiles drawn from seeds. */
class FingerprintInvarianceTest {
    private static final int ROUNDS = 1_000;

    @Test
    void isTheSameInAnotherKeyOrder() {
        forEachProfile((profile, random) ->
                assertThat(fingerprint(Variants.shuffled(profile, random))).isEqualTo(fingerprint(profile)));
    }

    @Test
    void isTheSameWithOtherRandomUuids() {
        forEachProfile((profile, random) ->
                assertThat(fingerprint(Variants.redrawn(profile, random))).isEqualTo(fingerprint(profile)));
    }

    @Test
    void isTheSameReadFromXmlInAnySpacing() {
        PlistReader reader = new PlistReader(PlistLimits.forProfile());
        forEachProfile((profile, random) -> {
            byte[] xml = CanonicalXml.write(profile);
            byte[] spaced = new String(xml, StandardCharsets.UTF_8)
                    .replace("<dict>\n", "<dict><!-- a comment -->\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(Fingerprint.of(Profile.fromFile(reader.read(xml)))).isEqualTo(fingerprint(profile));
            assertThat(Fingerprint.of(Profile.fromFile(reader.read(spaced)))).isEqualTo(fingerprint(profile));
        });
    }

    @Test
    void isTheSameReadFromABinaryList() {
        PlistReader reader = new PlistReader(PlistLimits.forProfile());
        forEachProfile((profile, random) -> {
            Dict writable = Variants.withoutLargeIntegers(profile);
            assertThat(Fingerprint.of(Profile.fromFile(reader.read(BinaryList.write(writable)))))
                    .isEqualTo(fingerprint(writable));
        });
    }

    @Test
    void isAnotherAfterAChangeOfAnySetting() {
        forEachProfile((profile, random) -> {
            Fingerprint before = fingerprint(profile);
            for (int number = 0; number < Variants.changes(profile); number++) {
                Dict changed = Variants.changed(profile, number, random);
                assertThat(Fingerprint.of(changed))
                        .as("value %d of %s", number, profile)
                        .isNotEqualTo(before);
            }
        });
    }

    @Test
    void isAnotherAfterAKeyWasAddedOrRemovedOrTwoPayloadsSwapped() {
        forEachProfile((profile, random) -> {
            Fingerprint before = fingerprint(profile);
            assertThat(Fingerprint.of(profile.with("Added", new PlistValue.Bool(false))))
                    .isNotEqualTo(before);
            for (String key : profile.entries().keySet()) {
                if (!key.equals("PayloadUUID")) {
                    assertThat(Fingerprint.of(profile.without(key))).as(key).isNotEqualTo(before);
                }
            }
            List<PlistValue> payloads = profile.findArray("PayloadContent")
                    .map(array -> new ArrayList<>(array.items()))
                    .orElseGet(ArrayList::new);
            if (payloads.size() > 1 && !payloads.get(0).equals(payloads.get(1))) {
                payloads.add(payloads.remove(0));
                assertThat(Fingerprint.of(profile.with("PayloadContent", new PlistValue.Array(payloads))))
                        .isNotEqualTo(before);
            }
        });
    }

    private interface Check {
        void accept(Dict profile, Random random);
    }

    private static void forEachProfile(Check check) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            check.accept(new ProfileGenerator(seed).file(), new Random(-1 - seed));
        }
    }

    private static Fingerprint fingerprint(Dict profile) {
        return Fingerprint.of(Values.file(profile));
    }
}
