// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import static dev.cmdm.profile.Values.UUID_2;
import static dev.cmdm.profile.Values.UUID_3;
import static dev.cmdm.profile.Values.array;
import static dev.cmdm.profile.Values.dict;
import static dev.cmdm.profile.Values.file;
import static dev.cmdm.profile.Values.payload;
import static dev.cmdm.profile.Values.profile;
import static dev.cmdm.profile.Values.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Dict;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is tolerated with a warning. */
class OdditiesTest {
    private static final Dict FINE = payload("a", UUID_2);

    static Stream<Arguments> oddities() {
        String upper = UUID_3.toUpperCase(Locale.ROOT);
        return Stream.of(
                arguments("missing-version", "PayloadVersion", profile(FINE).without("PayloadVersion")),
                arguments("missing-version", "PayloadVersion", profile(FINE).with("PayloadVersion", value("1"))),
                arguments(
                        "missing-version", "PayloadContent[0].PayloadVersion", profile(FINE.without("PayloadVersion"))),
                arguments("empty-content", "PayloadContent", profile()),
                arguments("missing-content", "PayloadContent", profile().without("PayloadContent")),
                arguments("payload-without-type", "PayloadContent[0]", profile(FINE.without("PayloadType"))),
                arguments("payload-without-type", "PayloadContent[0]", profile(FINE.with("PayloadType", value(1)))),
                arguments(
                        "payload-without-uuid",
                        "PayloadContent[1]",
                        profile(payload("b", UUID_3), FINE.without("PayloadUUID"))),
                arguments(
                        "payload-without-identifier", "PayloadContent[0]", profile(FINE.without("PayloadIdentifier"))),
                arguments(
                        "payload-uuid-twice",
                        "PayloadContent[1].PayloadUUID",
                        profile(payload("b", UUID_3), payload("c", upper))),
                arguments("odd-scope", "PayloadScope", profile(FINE).with("PayloadScope", value("system"))),
                arguments("odd-scope", "PayloadScope", profile(FINE).with("PayloadScope", value("Systen"))),
                arguments("odd-scope", "PayloadScope", profile(FINE).with("PayloadScope", value(true))),
                arguments("missing-scope", "PayloadScope", profile(FINE).without("PayloadScope")),
                arguments(
                        "odd-type",
                        "PayloadType",
                        profile(FINE).with("PayloadType", value("com.apple.TCC.configuration-profile-policy"))),
                arguments("odd-type", "PayloadType", profile(FINE).with("PayloadType", value("configuration"))),
                arguments("odd-uuid", "PayloadUUID", profile(FINE).with("PayloadUUID", value("com.example"))),
                arguments("odd-uuid", "PayloadUUID", profile(FINE).with("PayloadUUID", value(""))),
                arguments(
                        "odd-uuid",
                        "PayloadContent[0].PayloadUUID",
                        profile(FINE.with("PayloadUUID", value("{" + UUID_2 + "}")))),
                arguments(
                        "placeholder",
                        "PayloadDisplayName",
                        profile(FINE).with("PayloadDisplayName", value("Mac of {{user}}"))),
                arguments(
                        "placeholder",
                        "PayloadContent[0].Hosts[1].Name",
                        profile(FINE.with("Hosts", array(1, dict("Name", "${HOST}"))))),
                arguments(
                        "placeholder",
                        "PayloadContent[0].\"a.b\"",
                        profile(FINE.with("a.b", value("%ComputerName%")))));
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void warnsOfOneOddityAndNamesItsPlace(String code, String place, Dict profile) {
        assertThat(file(profile).warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(code);
            assertThat(warning.place().keyPath()).isEqualTo(place);
            assertThat(warning.message()).doesNotContain("\n");
        });
    }

    @Test
    void takesEncryptedContentUnreadAndSaysSo() {
        Profile profile = file(profile()
                .without("PayloadContent")
                .with("IsEncrypted", value(true))
                .with("EncryptedPayloadContent", PlistValue.Data.of(new byte[] {0x30})));
        assertThat(profile.encrypted()).isTrue();
        assertThat(profile.payloads()).isEmpty();
        assertThat(profile.warnings()).extracting(ProfileWarning::code).containsExactly("encrypted-content");
    }

    @Test
    void neverQuotesWhatItWarnsOf() {
        Profile profile = file(profile(FINE.with("Password", value("canary {{canary}}"))));
        assertThat(profile.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.toString()).doesNotContain("canary"));
    }

    @Test
    void listsNoMoreWarningsThanAnyoneReadsAndCountsTheRest() {
        Object[] bare = new Object[1_000];
        Arrays.fill(bare, dict());
        assertThat(file(profile(bare)).warnings())
                .hasSize(WarningList.MOST + 1)
                .last()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("more-warnings");
                    assertThat(warning.message()).startsWith("3900 ");
                });
    }
}
