// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import static dev.cmdm.profile.Values.UUID_2;
import static dev.cmdm.profile.Values.array;
import static dev.cmdm.profile.Values.dict;
import static dev.cmdm.profile.Values.file;
import static dev.cmdm.profile.Values.payload;
import static dev.cmdm.profile.Values.profile;
import static dev.cmdm.profile.Values.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cmdm.plist.PlistValue.Dict;
import org.junit.jupiter.api.Test;

/** Profiles declared as a Hash or JSON. */
class ContentTest {
    private static final Dict BARE = dict(
            "PayloadIdentifier",
            "com.example.dock",
            "PayloadContent",
            array(dict("PayloadType", "com.apple.dock", "tilesize", 48)));

    @Test
    void needsAnIdentifierAndNothingElse() {
        assertThatExceptionOfType(MissingKeyException.class)
                .isThrownBy(() -> Profile.fromContent(dict("PayloadType", "Configuration")));
        Profile profile = Profile.fromContent(dict("PayloadIdentifier", "a"));
        assertThat(profile.type()).isEqualTo("Configuration");
        assertThat(profile.uuid()).isEqualTo(Fingerprint.of(profile).derivedUuid());
        assertThat(profile.findUuid()).isEmpty();
    }

    @Test
    void fillsInWhatIsLeftOutAndSaysSo() {
        Profile profile = Profile.fromContent(BARE);
        Payload payload = profile.payloads().get(0);
        assertThat(profile.content().find("PayloadVersion")).contains(value(1));
        assertThat(payload.findIdentifier()).contains("com.example.dock.com.apple.dock.1");
        assertThat(payload.content().find("PayloadVersion")).contains(value(1));
        assertThat(payload.findUuid())
                .hasValueSatisfying(uuid -> assertThat(UuidForm.matches(uuid)).isTrue());
        assertThat(profile.warnings())
                .filteredOn(warning -> warning.code().equals("filled-in"))
                .extracting(warning -> warning.place().keyPath())
                .containsExactly(
                        "PayloadType",
                        "PayloadVersion",
                        "PayloadContent[0].PayloadIdentifier",
                        "PayloadContent[0].PayloadVersion",
                        "PayloadContent[0].PayloadUUID",
                        "PayloadUUID");
    }

    @Test
    void hasOneFingerprintWhetherTheObviousIsWrittenOrLeftOut() {
        Fingerprint bare = Fingerprint.of(Profile.fromContent(BARE));
        assertThat(Fingerprint.of(Profile.fromContent(BARE.with("PayloadVersion", value(1)))))
                .isEqualTo(bare);
        assertThat(Fingerprint.of(Profile.fromContent(BARE.with("PayloadVersion", value(2)))))
                .isNotEqualTo(bare);
        assertThat(Fingerprint.of(Profile.fromContent(BARE.with("PayloadUUID", value(UUID_2)))))
                .isEqualTo(bare);
    }

    @Test
    void isTheSameAsTheFileThatItIsWrittenTo() {
        Profile profile = Profile.fromContent(BARE);
        assertThat(Fingerprint.of(file(Stamp.content(profile, PayloadUuids.KEEP))))
                .isEqualTo(Fingerprint.of(profile));
    }

    @Test
    void isNotFilledInAsAFile() {
        Profile profile = file(profile(payload("a", UUID_2).without("PayloadVersion")));
        assertThat(profile.content()).isEqualTo(profile(payload("a", UUID_2).without("PayloadVersion")));
    }

    @Test
    void refusesAnIdentifierThatOnlyFillingInMakesTheSecondOfItsName() {
        Dict named = payload("x", UUID_2).with("PayloadIdentifier", value("com.example.dock.com.apple.dock.1"));
        Dict content = dict(
                "PayloadIdentifier",
                "com.example.dock",
                "PayloadContent",
                array(dict("PayloadType", "com.apple.dock"), named));
        assertThatExceptionOfType(BadStructureException.class)
                .isThrownBy(() -> Profile.fromContent(content))
                .satisfies(thrown ->
                        assertThat(thrown.place().keyPath()).isEqualTo("PayloadContent[1].PayloadIdentifier"));
    }
}
