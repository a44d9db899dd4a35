// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import static dev.cmdm.profile.Values.UUID_1;
import static dev.cmdm.profile.Values.UUID_2;
import static dev.cmdm.profile.Values.UUID_3;
import static dev.cmdm.profile.Values.array;
import static dev.cmdm.profile.Values.file;
import static dev.cmdm.profile.Values.payload;
import static dev.cmdm.profile.Values.profile;
import static dev.cmdm.profile.Values.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Dict;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    @Test
    void tellsWhatAFileHolds() {
        Profile profile = file(profile(payload("a", UUID_2), payload("b", UUID_3))
                .with("PayloadDisplayName", value("Dock"))
                .with("PayloadRemovalDisallowed", value(true)));
        assertThat(profile.identifier()).isEqualTo(new ProfileIdentifier("com.example.profile"));
        assertThat(profile.uuid()).isEqualTo(UUID_1);
        assertThat(profile.findUuid()).contains(UUID_1);
        assertThat(profile.type()).isEqualTo("Configuration");
        assertThat(profile.scope()).isEqualTo(Scope.SYSTEM);
        assertThat(profile.findDisplayName()).contains("Dock");
        assertThat(profile.removalDisallowed()).isTrue();
        assertThat(profile.encrypted()).isFalse();
        assertThat(profile.payloads())
                .extracting(payload -> payload.findType().orElseThrow())
                .containsExactly("com.example.a", "com.example.b");
        assertThat(profile.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PayloadIdentifier", "PayloadUUID", "PayloadType"})
    void refusesAFileWithoutAKeyThatEveryProfileNeeds(String key) {
        assertThatExceptionOfType(MissingKeyException.class)
                .isThrownBy(() -> file(profile().without(key)))
                .satisfies(thrown -> assertThat(thrown.key()).isEqualTo(key))
                .withMessageContaining(key);
    }

    static Stream<PlistValue> tops() {
        return Stream.of(array(profile()), value("text"), value(1), value(true), value(1.0), array());
    }

    @ParameterizedTest
    @MethodSource("tops")
    void refusesAPropertyListWhoseTopIsNoDictionary(PlistValue top) {
        assertThatExceptionOfType(NotAProfileException.class).isThrownBy(() -> file(top));
    }

    @Test
    void refusesAnIdentifierThatIsNoText() {
        Dict profile = profile().with("PayloadIdentifier", value(7));
        assertThatExceptionOfType(BadIdentifierException.class).isThrownBy(() -> file(profile));
        assertThatExceptionOfType(BadIdentifierException.class).isThrownBy(() -> Profile.fromContent(profile));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-x", "a\nb"})
    void refusesABadIdentifierInFilesAndContent(String identifier) {
        Dict profile = profile().with("PayloadIdentifier", value(identifier));
        assertThatExceptionOfType(BadIdentifierException.class).isThrownBy(() -> file(profile));
        assertThatExceptionOfType(BadIdentifierException.class).isThrownBy(() -> Profile.fromContent(profile));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> structures() {
        Dict twice = profile(payload("a", UUID_2), payload("b", UUID_3), payload("a", UUID_1));
        return Stream.of(
                bad("PayloadContent", profile().with("PayloadContent", value("text"))),
                bad("PayloadContent", profile().with("PayloadContent", payload("a", UUID_2))),
                bad("PayloadContent[1]", profile(payload("a", UUID_2), "text")),
                bad("PayloadContent[0]", profile(array(payload("a", UUID_2)))),
                bad("PayloadContent[2].PayloadIdentifier", twice),
                bad("PayloadType", profile().with("PayloadType", value(1))),
                bad("PayloadType", profile().with("PayloadType", array("Configuration"))),
                bad("PayloadUUID", profile().with("PayloadUUID", PlistValue.Data.of(new byte[16]))));
    }

    private static org.junit.jupiter.params.provider.Arguments bad(String place, Dict profile) {
        return org.junit.jupiter.params.provider.Arguments.of(place, profile);
    }

    @ParameterizedTest
    @MethodSource("structures")
    void refusesABrokenStructureAndNamesItsPlaceInFilesAndContent(String place, Dict profile) {
        assertThatExceptionOfType(BadStructureException.class)
                .isThrownBy(() -> file(profile))
                .satisfies(thrown -> assertThat(thrown.place().keyPath()).isEqualTo(place));
        assertThatExceptionOfType(BadStructureException.class)
                .isThrownBy(() -> Profile.fromContent(profile))
                .satisfies(thrown -> assertThat(thrown.place().keyPath()).isEqualTo(place));
    }

    @Test
    void refusesHalfASurrogatePairInTextsAndKeysAndNamesItsPlace() {
        Dict text = profile(payload("a", UUID_2).with("Names", array("fine 😀", "bad \ud83d")));
        Dict key = profile(payload("a", UUID_2).with("\ude00", value(1)));
        assertThatExceptionOfType(BadTextException.class)
                .isThrownBy(() -> Profile.fromContent(text))
                .satisfies(thrown -> assertThat(thrown.place().keyPath()).isEqualTo("PayloadContent[0].Names[1]"));
        assertThatExceptionOfType(BadTextException.class)
                .isThrownBy(() -> file(key))
                .satisfies(thrown -> assertThat(thrown.place().keyPath()).isEqualTo("PayloadContent[0]"));
    }

    @Test
    void belongsToAUserOnlyIfItSaysSo() {
        assertThat(file(profile().with("PayloadScope", value("User"))).scope()).isEqualTo(Scope.USER);
        assertThat(file(profile().without("PayloadScope")).scope()).isEqualTo(Scope.SYSTEM);
        assertThat(file(profile().with("PayloadScope", value("user"))).scope()).isEqualTo(Scope.SYSTEM);
        assertThat(file(profile().with("PayloadScope", value(1))).scope()).isEqualTo(Scope.SYSTEM);
    }

    @Test
    void mayBeRemovedUnlessItSaysTrue() {
        assertThat(file(profile()).removalDisallowed()).isFalse();
        assertThat(file(profile().with("PayloadRemovalDisallowed", value("true")))
                        .removalDisallowed())
                .isFalse();
    }

    @Test
    void printsItsIdentifierAndNoContent() {
        Profile profile = file(profile(payload("a", UUID_2).with("Password", value("canary"))));
        assertThat(profile.toString() + profile.payloads() + Fingerprint.of(profile))
                .contains("com.example.profile")
                .doesNotContain("canary")
                .doesNotContain(Fingerprint.of(profile).hex());
    }

    @Test
    void comparesByContent() {
        assertThat(file(profile())).isEqualTo(file(profile())).hasSameHashCodeAs(file(profile()));
        assertThat(file(profile())).isNotEqualTo(file(profile(payload("a", UUID_2))));
    }
}
