// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.answer.SampleFiles;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictsTest {
    private static final String SIZE_48 = "<key>tilesize</key><integer>48</integer>";
    private static final String SIZE_64 = "<key>tilesize</key><integer>64</integer>";

    @Test
    void twoProfilesOfOneIdentifierAreAnErrorThatNamesBothPlaces() {
        List<Finding> findings = Conflicts.between(List.of(
                placed("recipes/dock.rb:4", "com.acme.dock", "com.apple.dock", SIZE_48),
                placed("node['cmdm_profiles']", "com.acme.dock", "com.apple.dock", SIZE_64)));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("conflict");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).isEqualTo("declared twice: recipes/dock.rb:4 and node['cmdm_profiles']");
        });
    }

    @Test
    void oneKeyOfATypeThatAppleAllowsOnceWithTwoValuesIsToldWithBothPlacesAndTheOutcome() {
        assertThat(between("com.apple.dock", SIZE_48, SIZE_64)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.identifier()).isEqualTo("com.acme.b");
            assertThat(finding.keyPath()).isEqualTo("PayloadContent[0].tilesize");
            assertThat(finding.message())
                    .isEqualTo("com.acme.a sets this key to another value"
                            + " (com.apple.dock, at PayloadContent[0].tilesize)");
            assertThat(finding.hint()).contains("which value of one key wins is not defined");
        });
    }

    @Test
    void oneKeyWithOneValueAndDifferentKeysAreNoConflict() {
        assertThat(between("com.apple.dock", SIZE_48, SIZE_48)).isEmpty();
        assertThat(between("com.apple.dock", SIZE_48, "<key>orientation</key><string>left</string>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.apple.SetupAssistant.managed",
                "com.apple.desktop",
                "com.apple.systempreferences",
                "com.apple.screensaver",
                "com.apple.SubmitDiagInfo",
                "com.apple.MCX",
                "com.example.app"
            })
    void typesOfOneValueForEachKeyAndDomainsOfAppsContest(String type) {
        assertThat(between(type, "<key>k</key><array><string>a</string></array>", "<key>k</key><array/>"))
                .hasSize(1);
    }

    @Test
    void aDomainInsideManagedPreferencesMeetsThePayloadTypeOfItsName() {
        assertThat(Conflicts.between(List.of(
                        placed("com.acme.a", "com.apple.dock", SIZE_48),
                        placed(
                                "com.acme.b",
                                "com.apple.ManagedClient.preferences",
                                domain("com.apple.dock", "Forced", SIZE_64)))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.keyPath())
                        .isEqualTo("PayloadContent[0].PayloadContent.\"com.apple.dock\".Forced[0]"
                                + ".mcx_preference_settings.tilesize"));
    }

    @Test
    void managedPreferencesOfDifferentDomainsAndOfDifferentStrengthAreNoConflict() {
        String preferences = "com.apple.ManagedClient.preferences";
        assertThat(Conflicts.between(List.of(
                        placed("com.acme.a", preferences, domain("com.apple.dock", "Forced", SIZE_48)),
                        placed("com.acme.b", preferences, domain("com.apple.finder", "Forced", SIZE_64)),
                        placed("com.acme.c", preferences, domain("com.apple.dock", "Set-Once", SIZE_64)))))
                .isEmpty();
    }

    @Test
    void eachOfManyIsHeldAgainstTheFirstOnly() {
        assertThat(Conflicts.between(List.of(
                        placed("com.acme.a", "com.apple.dock", SIZE_48),
                        placed("com.acme.b", "com.apple.dock", SIZE_64),
                        placed("com.acme.c", "com.apple.dock", SIZE_64))))
                .extracting(Finding::identifier)
                .containsExactly("com.acme.b", "com.acme.c");
    }

    @Test
    void profilesOfTheComputerAndOfUsersDoNotMeet() {
        Placed system = placed("com.acme.a", "com.apple.dock", SIZE_48);
        Placed alice = user("alice", placed("com.acme.b", "com.apple.dock", SIZE_64));
        Placed bob = user("bob", placed("com.acme.c", "com.apple.dock", SIZE_48));
        assertThat(Conflicts.between(List.of(system, alice, bob))).isEmpty();
        Placed aliceToo = user("alice", placed("com.acme.d", "com.apple.dock", SIZE_48));
        assertThat(Conflicts.between(List.of(system, alice, aliceToo))).hasSize(1);
        assertThat(Conflicts.between(List.of(
                        placed("com.acme.a", "com.apple.dock", SIZE_48),
                        user("alice", placed("com.acme.a", "com.apple.dock", SIZE_48)))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com.apple.security.root | <key>PayloadContent</key><data>AAAA</data> | <key>PayloadContent</key><data>AAAB</data>",
                "com.apple.wifi.managed | <key>SSID_STR</key><string>one</string> | <key>SSID_STR</key><string>two</string>",
                "com.apple.syspolicy.kernel-extension-policy | <key>AllowedTeamIdentifiers</key><array><string>A</string></array>"
                        + " | <key>AllowedTeamIdentifiers</key><array><string>B</string></array>",
                "com.apple.system-extension-policy | <key>AllowedTeamIdentifiers</key><array><string>A</string></array>"
                        + " | <key>AllowedTeamIdentifiers</key><array><string>B</string></array>",
                "com.apple.dnsSettings.managed | <key>DNSSettings</key><dict><key>ServerURL</key><string>a</string></dict>"
                        + " | <key>DNSSettings</key><dict><key>ServerURL</key><string>b</string></dict>",
                "com.apple.profileRemovalPassword | <key>RemovalPassword</key><string>a</string>"
                        + " | <key>RemovalPassword</key><string>b</string>",
                "com.apple.vpn.managed | <key>UserDefinedName</key><string>a</string> | <key>UserDefinedName</key><string>b</string>",
                "com.apple.security.firewall | <key>EnableFirewall</key><true/> | <key>EnableFirewall</key><false/>"
            })
    void typesThatAddUpAreNoConflict(String type, String first, String second) {
        assertThat(between(type, first, second)).isEmpty();
    }

    @Test
    void privacyEntriesContradictEachOtherOnlyOnOneServiceAndAppAndWithTwoVerdicts() {
        String allow = tcc("Camera", "us.zoom", "<key>Allowed</key><true/>");
        String deny = tcc("Camera", "us.zoom", "<key>Authorization</key><string>Deny</string>");
        String tcc = "com.apple.TCC.configuration-profile-policy";
        assertThat(between(tcc, allow, deny)).singleElement().satisfies(finding -> {
            assertThat(finding.keyPath()).isEqualTo("PayloadContent[0].Services.Camera[0]");
            assertThat(finding.hint()).contains("denies wins");
            assertThat(finding.toString()).doesNotContain("us.zoom");
        });
        assertThat(between(tcc, allow, tcc("Camera", "us.zoom", "<key>Authorization</key><string>Allow</string>")))
                .isEmpty();
        assertThat(between(tcc, allow, tcc("Camera", "com.other", "<key>Allowed</key><false/>")))
                .isEmpty();
        assertThat(between(tcc, allow, tcc("Microphone", "us.zoom", "<key>Allowed</key><false/>")))
                .isEmpty();
    }

    @Test
    void appleEventsToDifferentReceiversDoNotMeet() {
        String tcc = "com.apple.TCC.configuration-profile-policy";
        String toFinder =
                tcc("AppleEvents", "a", "<key>Allowed</key><true/><key>AEReceiverIdentifier</key><string>f</string>");
        String toMail =
                tcc("AppleEvents", "a", "<key>Allowed</key><false/><key>AEReceiverIdentifier</key><string>m</string>");
        assertThat(between(tcc, toFinder, toMail)).isEmpty();
        assertThat(between(tcc, toFinder, toFinder.replace("<true/>", "<false/>")))
                .hasSize(1);
    }

    @Test
    void notificationsMeetOnOneAppOnly() {
        String on = notifications("us.zoom", "<true/>");
        assertThat(between("com.apple.notificationsettings", on, notifications("us.zoom", "<false/>")))
                .hasSize(1);
        assertThat(between("com.apple.notificationsettings", on, on)).isEmpty();
        assertThat(between("com.apple.notificationsettings", on, notifications("com.other", "<false/>")))
                .isEmpty();
    }

    @Test
    void twoDefinitionsOfOneNetworkContestAndNoSecretIsTold() {
        String open = "<key>SSID_STR</key><string>acme</string><key>EncryptionType</key><string>None</string>";
        String closed = "<key>SSID_STR</key><string>acme</string><key>Password</key><string>canary</string>";
        assertThat(between("com.apple.wifi.managed", open, closed))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .contains("one SSID undefined")
                        .doesNotContain("canary"));
        assertThat(between("com.apple.wifi.managed", open, open)).isEmpty();
    }

    @Test
    void aSystemExtensionIsRemovableOrNot() {
        String list = "<key>%s</key><dict><key>TEAM</key><array><string>com.acme.ext</string></array></dict>";
        String removable = list.formatted("RemovableSystemExtensions");
        assertThat(between(
                        "com.apple.system-extension-policy", removable, list.formatted("NonRemovableSystemExtensions")))
                .hasSize(1);
        assertThat(between("com.apple.system-extension-policy", removable, removable))
                .isEmpty();
        assertThat(between("com.apple.system-extension-policy", removable, list.formatted("AllowedSystemExtensions")))
                .isEmpty();
    }

    @Test
    void aDomainIsLookedUpAtOneServer() {
        String at = """
                <key>DNSSettings</key><dict><key>ServerURL</key><string>%s</string>
                <key>SupplementalMatchDomains</key><array><string>%s</string></array></dict>""";
        String type = "com.apple.dnsSettings.managed";
        assertThat(between(type, at.formatted("a", "acme.example"), at.formatted("b", "acme.example")))
                .hasSize(1);
        assertThat(between(type, at.formatted("a", "acme.example"), at.formatted("b", "other.example")))
                .isEmpty();
    }

    @Test
    void anAirPlayDeviceIsDescribedOnce() {
        String device = "<key>Passwords</key><array><dict><key>DeviceID</key><string>AA</string>"
                + "<key>Password</key><string>%s</string></dict></array>";
        assertThat(between("com.apple.airplay", device.formatted("canary1"), device.formatted("canary2")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).doesNotContain("canary"));
        assertThat(between("com.apple.airplay", device.formatted("x"), device.formatted("x")))
                .isEmpty();
    }

    private static String tcc(String service, String app, String verdict) {
        return "<key>Services</key><dict><key>" + service + "</key><array><dict><key>Identifier</key><string>" + app
                + "</string>" + verdict + "</dict></array></dict>";
    }

    private static String notifications(String app, String badges) {
        return "<key>NotificationSettings</key><array><dict><key>BundleIdentifier</key><string>" + app
                + "</string><key>BadgesEnabled</key>" + badges + "</dict></array>";
    }

    private static String domain(String domain, String state, String settings) {
        return "<key>PayloadContent</key><dict><key>" + domain + "</key><dict><key>" + state
                + "</key><array><dict><key>mcx_preference_settings</key><dict>" + settings
                + "</dict></dict></array></dict></dict>";
    }

    private static List<Finding> between(String type, String first, String second) {
        return Conflicts.between(List.of(placed("com.acme.a", type, first), placed("com.acme.b", type, second)));
    }

    private static Placed placed(String identifier, String type, String settings) {
        return placed(identifier, identifier, type, settings);
    }

    private static Placed placed(String label, String identifier, String type, String settings) {
        Profile profile = Profile.fromFile(
                new PlistReader(PlistLimits.forProfile()).read(SampleFiles.profile(identifier, "", type, settings)));
        return new Placed(label, ProfileKey.system(profile.identifier()), profile, Lines.NONE);
    }

    private static Placed user(String user, Placed placed) {
        ProfileIdentifier identifier = placed.key().identifier();
        return new Placed(placed.label(), new ProfileKey(identifier, Scope.USER, user), placed.profile(), Lines.NONE);
    }
}
