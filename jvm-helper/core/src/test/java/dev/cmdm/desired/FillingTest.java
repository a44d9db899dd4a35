// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cmdm.desired.DesiredProfile.Options;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileWarning;
import dev.cmdm.profile.ReadProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FillingTest {
    private static final KeyPath SETTING =
            KeyPath.TOP.key("PayloadContent").item(0).key("setting");
    private static final Options FILL =
            new Options(Channel.AUTO, true, Optional.empty(), true, false, false, List.of(), List.of());
    private static final Values VALUES = new Values() {
        @Override
        public String serial() {
            return "C02XK1ABCDEF";
        }

        @Override
        public String udid() {
            return "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8";
        }

        @Override
        public String secret(String name) {
            if (name.equals("wifi")) {
                return "s3cret {{serial}}";
            }
            throw new UnknownSecretException(name);
        }
    };

    @Test
    void serialUdidAndSecretsAreFilledWhereverTheyStandInATextAndSeveralTimes() {
        assertThat(filled("{{serial}}")).isEqualTo("C02XK1ABCDEF");
        assertThat(filled("Mac {{serial}}/{{udid}} of {{serial}}!"))
                .isEqualTo("Mac C02XK1ABCDEF/8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8 of C02XK1ABCDEF!");
        assertThat(filled("}} { {{udid}}}")).isEqualTo("}} { 8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8}");
    }

    @Test
    void whatASecretHoldsIsNotFilledAgain() {
        assertThat(filled("{{secret:wifi}}")).isEqualTo("s3cret {{serial}}");
    }

    @Test
    void onlyTextsAreFilledAndOtherValuesStay() {
        PlistValue data = PlistValue.Data.of("{{serial}}".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        ReadProfile filled = Filling.fill(profile(data), FILL, VALUES);
        assertThat(setting(filled)).isEqualTo(data);
    }

    @Test
    void withoutFillEverythingStaysTextAndIsWarnedAbout() {
        ReadProfile profile = profile(new PlistValue.Text("{{serial}} {{nonsense"));
        ReadProfile same = Filling.fill(profile, Options.DEFAULTS, VALUES);
        assertThat(same).isSameAs(profile);
        assertThat(same.warnings()).extracting(ProfileWarning::code).contains("placeholder");
    }

    @Test
    void aFilledProfileIsNoLongerWarnedAboutAndIsAnotherContent() {
        ReadProfile profile = profile(new PlistValue.Text("{{serial}}"));
        ReadProfile filled = Filling.fill(profile, FILL, VALUES);
        assertThat(filled.warnings()).extracting(ProfileWarning::code).doesNotContain("placeholder");
        assertThat(filled.warnings()).extracting(ProfileWarning::code).contains("filled-in");
        assertThat(Fingerprint.of(filled.profile())).isNotEqualTo(Fingerprint.of(profile.profile()));
        assertThat(Fingerprint.of(filled.profile()))
                .isEqualTo(Fingerprint.of(
                        profile(new PlistValue.Text("C02XK1ABCDEF")).profile()));
    }

    @Test
    void aFilledSecretCountsAsPasswordLikeUnderWhicheverKeyAndASerialDoesNot() {
        Profile secret = Filling.fill(profile(new PlistValue.Text("a {{secret:wifi}}")), FILL, VALUES)
                .profile();
        assertThat(secret.secrets()).containsExactly(SETTING);
        assertThat(Fingerprint.findPublic(secret)).isEmpty();
        Profile serial = Filling.fill(profile(new PlistValue.Text("{{serial}}")), FILL, VALUES)
                .profile();
        assertThat(serial.secrets()).isEmpty();
        assertThat(Fingerprint.findPublic(serial)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{Serial}}",
                "{{ serial }}",
                "{{serial",
                "{{}}",
                "{{secret}}",
                "{{secret:}}",
                "{{secret:a b}}",
                "{{secret:-a}}",
                "{{secret:../a}}",
                "{{{serial}}}",
                "{{serial}} and {{hostname}}",
                "{{env:HOME}}"
            })
    void whatBeginsLikeAPlaceholderAndIsNoneIsRefusedWithItsPlaceAndNotRepeated(String text) {
        assertThatExceptionOfType(BadPlaceholderException.class)
                .isThrownBy(() -> filled(text))
                .satisfies(e -> assertThat(e.place().keyPath()).isEqualTo(SETTING.toString()))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hostname", "HOME", "\n"));
    }

    @Test
    void noPlaceholderMayStandInTheIdentifierOrInTheNameOfAKey() {
        ReadProfile named = new ReadProfile(
                Profile.fromContent(
                        new PlistValue.Dict(Map.of("PayloadIdentifier", new PlistValue.Text("com.acme.{{serial}}")))),
                new Bytes(new byte[0]),
                false);
        assertThatExceptionOfType(BadPlaceholderException.class)
                .isThrownBy(() -> Filling.fill(named, FILL, VALUES))
                .satisfies(e -> assertThat(e.place().keyPath()).isEqualTo("PayloadIdentifier"));
        PlistValue keyed = new PlistValue.Dict(Map.of("{{udid}}", new PlistValue.Text("x")));
        assertThatExceptionOfType(BadPlaceholderException.class)
                .isThrownBy(() -> Filling.fill(profile(keyed), FILL, VALUES));
    }

    @Test
    void aSecretThatNobodyNamedIsRefusedWithItsNameAndPlace() {
        assertThatExceptionOfType(UnknownSecretException.class)
                .isThrownBy(() -> filled("{{secret:vpn}}"))
                .withMessageContaining("no secret is named vpn here")
                .satisfies(e -> assertThat(e.place().keyPath()).isEqualTo(SETTING.toString()));
    }

    @Test
    void bytesThatAreSentAsTheyAreCannotBeFilled() {
        ReadProfile signed =
                new ReadProfile(profile(new PlistValue.Text("x")).profile(), new Bytes(new byte[] {1}), true);
        assertThatExceptionOfType(UnfillableException.class).isThrownBy(() -> Filling.fill(signed, FILL, VALUES));
        Options unstamped =
                new Options(Channel.AUTO, false, Optional.empty(), true, false, false, List.of(), List.of());
        assertThatExceptionOfType(UnfillableException.class)
                .isThrownBy(() -> Filling.fill(profile(new PlistValue.Text("x")), unstamped, VALUES));
    }

    private static String filled(String text) {
        return ((PlistValue.Text) setting(Filling.fill(profile(new PlistValue.Text(text)), FILL, VALUES))).value();
    }

    private static PlistValue setting(ReadProfile read) {
        return read.profile().payloads().get(0).content().find("setting").orElseThrow();
    }

    private static ReadProfile profile(PlistValue setting) {
        Map<String, PlistValue> payload = new LinkedHashMap<>();
        payload.put("PayloadType", new PlistValue.Text("com.apple.dock"));
        payload.put("setting", setting);
        Map<String, PlistValue> profile = new LinkedHashMap<>();
        profile.put("PayloadIdentifier", new PlistValue.Text("com.acme.dock"));
        profile.put("PayloadContent", new PlistValue.Array(List.of(new PlistValue.Dict(payload))));
        return new ReadProfile(Profile.fromContent(new PlistValue.Dict(profile)), new Bytes(new byte[0]), false);
    }
}
