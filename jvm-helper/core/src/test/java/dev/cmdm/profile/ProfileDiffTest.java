// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import static dev.cmdm.profile.Values.UUID_1;
import static dev.cmdm.profile.Values.UUID_2;
import static dev.cmdm.profile.Values.UUID_3;
import static dev.cmdm.profile.Values.array;
import static dev.cmdm.profile.Values.dict;
import static dev.cmdm.profile.Values.payload;
import static dev.cmdm.profile.Values.profile;
import static dev.cmdm.profile.Values.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.CanonicalXml;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.profile.ProfileDiff.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProfileDiffTest {
    private static final int ROUNDS = 1_000;

    @Test
    void theSameBytesHaveNothingToTell() {
        ReadProfile read = read(profile(payload("a", UUID_2)));
        assertThat(ProfileDiff.between(read, read)).isEqualTo(new ProfileDiff(true, false, false, List.of()));
    }

    @Test
    void xmlBinaryAndSignedFormsOfOneProfileDifferInFormOnly() {
        Dict content = profile(payload("a", UUID_2));
        ReadProfile xml = read(content);
        ReadProfile binary = new ReadProfile(
                Profile.fromFile(new PlistReader(PlistLimits.forProfile()).read(BinaryList.write(content))),
                new Bytes(BinaryList.write(content)),
                false);
        ReadProfile signed = new ReadProfile(xml.profile(), new Bytes(new byte[] {0x30}), true);
        ReadProfile shuffled = read(Variants.shuffled(content, new Random(1)), "other bytes");
        for (ReadProfile other : List.of(binary, signed, shuffled)) {
            assertThat(ProfileDiff.between(xml, other)).isEqualTo(new ProfileDiff(true, false, true, List.of()));
        }
    }

    @Test
    void otherUuidsOfProfileAndPayloadsAreUuidsOnlyWithAllReferencesToThem() {
        Dict before = profile(payload("a", UUID_2), payload("b", UUID_3).with("CertificateUUID", value(UUID_2)));
        Dict after = profile(payload("a", UUID_1), payload("b", UUID_2).with("CertificateUUID", value(UUID_1)))
                .with("PayloadUUID", value(UUID_3));
        assertThat(diff(before, after)).isEqualTo(new ProfileDiff(true, true, false, List.of()));
    }

    @Test
    void aReferenceToAnotherPayloadIsAChange() {
        Dict before = profile(payload("a", UUID_2), payload("b", UUID_3).with("CertificateUUID", value(UUID_2)));
        Dict after = profile(payload("a", UUID_2), payload("b", UUID_3).with("CertificateUUID", value(UUID_3)));
        assertThat(told(before, after)).containsExactly("PayloadContent[1].CertificateUUID changed com.example.b");
    }

    @Test
    void eachKindOfChangeHasItsWordAndTheTypeOfItsPayload() {
        Dict before = profile(payload("a", UUID_2)
                        .with("Gone", value(1))
                        .with("Size", value(1))
                        .with("Kind", value(1)))
                .with("PayloadDisplayName", value("old"));
        Dict after = profile(payload("a", UUID_2)
                        .with("Size", value(2))
                        .with("Kind", value(1.0))
                        .with("New", dict("x", 1)))
                .with("PayloadDisplayName", value("new"));
        assertThat(told(before, after))
                .containsExactly(
                        "PayloadContent[0].Gone removed com.example.a",
                        "PayloadContent[0].Size changed com.example.a",
                        "PayloadContent[0].Kind type-changed com.example.a",
                        "PayloadContent[0].New added com.example.a",
                        "PayloadDisplayName changed ");
    }

    @Test
    void payloadsAreComparedWithThoseOfTheirIdentifierWhereverTheyStand() {
        Dict before = profile(payload("a", UUID_2), payload("b", UUID_3));
        Dict after = profile(
                payload("new", UUID_1),
                payload("a", UUID_2),
                payload("b", UUID_3).with("Size", value(1)));
        assertThat(told(before, after))
                .containsExactly(
                        "PayloadContent[0] added com.example.new", "PayloadContent[2].Size added com.example.b");
    }

    @Test
    void aPayloadUnderANewIdentifierIsComparedWithTheOneOfItsTypeAndItsUuidIsNoNews() {
        Dict before = profile(payload("a", UUID_2), payload("b", UUID_3).with("Ref", value(UUID_2)));
        Dict renamed = payload("a", UUID_1).with("PayloadIdentifier", value("com.example.renamed"));
        Dict after = profile(renamed, payload("b", UUID_3).with("Ref", value(UUID_1)));
        assertThat(told(before, after)).containsExactly("PayloadContent[0].PayloadIdentifier changed com.example.a");
    }

    @Test
    void payloadsInAnotherOrderAreAChange() {
        Dict before = profile(payload("a", UUID_2), payload("b", UUID_3));
        Dict after = profile(payload("b", UUID_3), payload("a", UUID_2));
        assertThat(told(before, after)).containsExactly("PayloadContent changed ");
    }

    @Test
    void anItemPutInAnArrayIsOneChangeAndNotOneForEachThatMovedOn() {
        Dict before = profile(payload("a", UUID_2).with("Apps", array("one", "two", "three")));
        Dict after = profile(payload("a", UUID_2).with("Apps", array("zero", "one", "2", "three", "four")));
        assertThat(told(before, after))
                .containsExactly(
                        "PayloadContent[0].Apps[0] added com.example.a",
                        "PayloadContent[0].Apps[2] changed com.example.a",
                        "PayloadContent[0].Apps[4] added com.example.a");
    }

    @Test
    void aRemovedItemIsNamedByItsPlaceInTheFirstProfile() {
        Dict before = profile(payload("a", UUID_2).with("Apps", array("one", "two", "three")));
        Dict after = profile(payload("a", UUID_2).with("Apps", array("one", "three")));
        assertThat(told(before, after)).containsExactly("PayloadContent[0].Apps[1] removed com.example.a");
    }

    @Test
    void aVeryLongArrayIsComparedByPosition() {
        List<Object> long1 = new ArrayList<>(Collections.nCopies(20_000, "x"));
        List<Object> long2 = new ArrayList<>(Collections.nCopies(20_000, "y"));
        Dict before = profile(payload("a", UUID_2).with("Apps", array(long1.toArray())));
        Dict after = profile(payload("a", UUID_2).with("Apps", array(long2.toArray())));
        assertThat(told(before, after)).hasSize(20_000).last().asString().contains("Apps[19999] changed");
    }

    @Test
    void noValueUnderAPasswordLikeKeyIsHandedOutWhateverStandsBelowIt() {
        Dict before = profile(payload("a", UUID_2)
                .with("Password", value("canary1"))
                .with("Secrets", dict("db", "canary1"))
                .with("Size", value(1)));
        Dict after = profile(payload("a", UUID_2)
                .with("Password", value("canary2"))
                .with("Secrets", dict("db", "canary2"))
                .with("Size", value(2)));
        List<Change> changes = diff(before, after).changes();
        assertThat(changes).extracting(Change::secret).containsExactly(true, true, false);
        assertThat(changes.get(0).before()).isEmpty();
        assertThat(changes.get(1).after()).isEmpty();
        assertThat(changes.get(2).after()).contains(value(2));
        assertThat(changes.toString()).doesNotContain("canary");
    }

    @Test
    void thereAreChangesIfAndOnlyIfTheFingerprintsDiffer() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Dict before = new ProfileGenerator(random.nextLong()).file();
            Dict after = variant(before, random);
            ProfileDiff diff = diff(before, after);
            assertThat(diff.equal())
                    .as("seed %d", seed)
                    .isEqualTo(Fingerprint.of(before).equals(Fingerprint.of(after)));
            assertThat(diff.changes().isEmpty()).as("seed %d", seed).isEqualTo(diff.equal());
            assertThat(diff(after, before).changes().isEmpty())
                    .as("seed %d", seed)
                    .isEqualTo(diff.equal());
        }
    }

    private static Dict variant(Dict profile, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Variants.shuffled(profile, random);
            case 1 -> Variants.redrawn(profile, random);
            case 2 -> Variants.changed(profile, random.nextInt(Variants.changes(profile)), random);
            default -> new ProfileGenerator(random.nextLong()).file();
        };
    }

    private static List<String> told(Dict before, Dict after) {
        ProfileDiff diff = diff(before, after);
        assertThat(diff.equal()).isFalse();
        return diff.changes().stream()
                .map(change -> change.keyPath() + " " + change.kind().word() + " " + change.payloadType())
                .toList();
    }

    private static ProfileDiff diff(Dict before, Dict after) {
        return ProfileDiff.between(read(before, "before"), read(after, "after"));
    }

    private static ReadProfile read(Dict content) {
        return new ReadProfile(
                Profile.fromFile(Values.document(content)), new Bytes(CanonicalXml.write(content)), false);
    }

    private static ReadProfile read(PlistValue content, String bytes) {
        return new ReadProfile(
                Profile.fromFile(Values.document(content)),
                new Bytes(bytes.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                false);
    }
}
