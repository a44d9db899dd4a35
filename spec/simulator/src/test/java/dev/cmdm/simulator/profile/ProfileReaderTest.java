// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.TestSigner;
import dev.cmdm.simulator.profile.UnusableProfileException.Flaw;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {
    private static final Clock LONG_AGO = Clock.fixed(Instant.parse("2015-06-01T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void readsWhatAProfileIs() throws Exception {
        Profile profile = ProfileReader.read(TestProfiles.profile("com.acme.dock")
                .with("PayloadDisplayName", "Dock")
                .with("PayloadRemovalDisallowed", true)
                .payload("com.apple.dock", "com.acme.dock.a", Map.of("tilesize", 48, "PayloadEnabled", true))
                .xml());

        assertThat(profile.identifier()).isEqualTo("com.acme.dock");
        assertThat(profile.names().displayName()).contains("Dock");
        assertThat(profile.removalDisallowed()).isTrue();
        assertThat(profile.scope()).isEqualTo(Profile.Scope.SYSTEM);
        assertThat(profile.verification()).isEqualTo(Verification.UNSIGNED);
        assertThat(profile.payloads()).hasSize(1);
        assertThat(profile.payloads().get(0).settings().allKeys()).containsExactly("tilesize");
    }

    @Test
    void readsABinaryPropertyList() throws Exception {
        byte[] binary = TestProfiles.profile("com.acme.dock").binary();

        assertThat(ProfileReader.read(binary).identifier()).isEqualTo("com.acme.dock");
    }

    @Test
    void opensASignedProfileAndKeepsItsSigner() throws Exception {
        Profile profile = ProfileReader.read(TestSigner.sign(TestProfiles.bytes("com.acme.wifi"), Clock.systemUTC()));

        assertThat(profile.verification()).isEqualTo(Verification.VERIFIED);
        assertThat(profile.signers()).hasSize(1);
    }

    @Test
    void takesAnExpiredSigner() throws Exception {
        byte[] signed = TestSigner.sign(TestProfiles.bytes("com.acme.wifi"), LONG_AGO);

        assertThat(ProfileReader.read(signed).identifier()).isEqualTo("com.acme.wifi");
    }

    @Test
    void takesAnOldDigestAsManySignedProfilesHaveIt() throws Exception {
        byte[] signed = TestSigner.sign(TestProfiles.bytes("com.acme.wifi"), LONG_AGO, "SHA1withRSA");

        assertThat(ProfileReader.read(signed).verification()).isEqualTo(Verification.VERIFIED);
    }

    @Test
    void refusesASignedProfileThatWasAltered() throws Exception {
        byte[] signed = TestSigner.sign(TestProfiles.bytes("com.acme.wifi"), Clock.systemUTC());
        String text = new String(signed, StandardCharsets.ISO_8859_1);
        signed[text.indexOf("com.acme.wifi")] = 'k';

        refuses(signed, Flaw.BAD_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"not a profile", "", "<?xml version=\"1.0\"?><plist><array/></plist>", "<html/>", "{a=1;}", "0x"
            })
    void refusesWhatIsNoPropertyListWithADictionary(String bytes) {
        refuses(bytes.getBytes(StandardCharsets.UTF_8), Flaw.NOT_A_PLIST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PayloadIdentifier", "PayloadUUID", "PayloadType"})
    void refusesAProfileWithout(String key) {
        refuses(TestProfiles.profile("com.acme.x").without(key).xml(), Flaw.MISSING_INFORMATION);
    }

    @Test
    void refusesOneIdentifierForTwoPayloads() {
        byte[] profile = TestProfiles.profile("com.acme.x")
                .payload("a", "com.acme.x.same", Map.of())
                .payload("b", "com.acme.x.same", Map.of())
                .xml();

        assertThatThrownBy(() -> ProfileReader.read(profile))
                .isInstanceOfSatisfying(UnusableProfileException.class, refusal -> {
                    assertThat(refusal.flaw()).isEqualTo(Flaw.DUPLICATE_IDENTIFIER);
                    assertThat(refusal.identifier()).isEqualTo("com.acme.x.same");
                });
    }

    @Test
    void refusesAnEncryptedProfile() {
        refuses(TestProfiles.profile("com.acme.x").with("IsEncrypted", true).xml(), Flaw.ENCRYPTED);
    }

    private static void refuses(byte[] bytes, Flaw flaw) {
        assertThatThrownBy(() -> ProfileReader.read(bytes))
                .isInstanceOfSatisfying(
                        UnusableProfileException.class,
                        refusal -> assertThat(refusal.flaw()).isEqualTo(flaw));
    }
}
