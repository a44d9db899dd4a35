// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintVectorsTest {
    static List<Vector> vectors() throws IOException {
        return Vector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithTheVector(Vector vector) {
        Profile profile = vector.profile();
        assertThat(Fingerprint.of(profile).hex()).isEqualTo(vector.text("fingerprint"));
        assertThat(Fingerprint.of(profile).derivedUuid()).isEqualTo(vector.text("derivedUuid"));
        assertThat(Vector.derivedUuids(profile)).isEqualTo(vector.payloadUuids());
        if (vector.has("encoded")) {
            assertThat(HexFormat.of().formatHex(ContentEncoder.encode(profile.content())))
                    .isEqualTo(vector.text("encoded"));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void keepsTheFingerprintThroughEitherStamp(Vector vector) {
        Fingerprint fingerprint = Fingerprint.of(vector.profile());
        for (PayloadUuids way : PayloadUuids.values()) {
            Profile stamped = Values.file(Stamp.content(vector.profile(), way));
            assertThat(Fingerprint.of(stamped)).isEqualTo(fingerprint);
            assertThat(stamped.uuid()).isEqualTo(fingerprint.derivedUuid());
            assertThat(Stamp.content(stamped, way)).isEqualTo(stamped.content());
        }
    }

    @Test
    void agreesWithTheVectorsThatAreXml() throws IOException {
        List<Vector> xml =
                Vector.all().stream().filter(vector -> vector.has("xml")).toList();
        assertThat(xml).isNotEmpty().allSatisfy(vector -> {
            byte[] bytes = vector.text("xml").getBytes(StandardCharsets.UTF_8);
            Profile profile = Profile.fromFile(new PlistReader(PlistLimits.forProfile()).read(bytes));
            assertThat(Fingerprint.of(profile).hex()).isEqualTo(vector.text("fingerprint"));
        });
    }

    /** Computed with printf, openssl dgst and nothing else. */
    @Test
    void agreesWithWhatTheShellComputes() {
        Profile smallest = Values.file(
                Values.dict("PayloadIdentifier", "a", "PayloadType", "Configuration", "PayloadUUID", Values.UUID_1));
        assertThat(Fingerprint.of(smallest).hex())
                .isEqualTo("c0463db7b5f3ebc0c2a5ba775dd9f60784093f8a8601ed80ba2d4c3ac2d2cfcc");
        assertThat(Fingerprint.of(smallest).derivedUuid()).isEqualTo("7CE67FEC-B1F5-5675-9E80-14D618DFC73B");
        assertThat(DerivedUuids.ofPayload("a", "b")).isEqualTo("11F57A3D-985B-57BF-B27C-696FFAED0B72");
    }

    @Test
    void countsInfinitiesAsRealsOfTheirOwn() {
        Profile infinite = Values.file(Values.profile(Values.dict("Setting", Double.POSITIVE_INFINITY)));
        Profile negative = Values.file(Values.profile(Values.dict("Setting", Double.NEGATIVE_INFINITY)));
        Profile largest = Values.file(Values.profile(Values.dict("Setting", Double.MAX_VALUE)));
        assertThat(List.of(Fingerprint.of(infinite), Fingerprint.of(negative), Fingerprint.of(largest)))
                .doesNotHaveDuplicates();
        assertThat(HexFormat.of().formatHex(ContentEncoder.encode(Values.dict("a", Double.POSITIVE_INFINITY))))
                .isEqualTo("44000000015300000001" + "61" + "527ff0000000000000");
    }
}
