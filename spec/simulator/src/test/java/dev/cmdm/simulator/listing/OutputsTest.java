// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSString;
import com.dd.plist.PropertyListParser;
import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.mac.Approval;
import dev.cmdm.simulator.mac.InstalledProfile;
import dev.cmdm.simulator.mac.MacState;
import dev.cmdm.simulator.mac.Origin;
import dev.cmdm.simulator.mac.TestMacs;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputsTest {
    private static final NSDictionary PREFERENCES = new NSDictionary();

    static {
        PREFERENCES.put("com.example.app", new NSDictionary());
    }

    @Test
    void theXmlShowsAProfileAsText() throws Exception {
        NSDictionary profile = first(xml(state("15.1", system(Origin.MDM)), "all"), "_computerlevel");

        assertThat(profile.get("ProfileInstallDate")).isEqualTo(new NSString("2026-01-01 12:00:00 +0000"));
        assertThat(profile.get("ProfileRemovalDisallowed")).isEqualTo(new NSString("true"));
        assertThat(profile.get("ProfileVerificationState")).isEqualTo(new NSString("unsigned"));
        assertThat(profile.get("ProfileVersion")).isEqualTo(new NSNumber(1));
        assertThat(profile.get("ProfileDisplayName")).isEqualTo(new NSString("Wi-Fi"));
        assertThat(profile.containsKey("ProfileDescription")).isFalse();
    }

    @Test
    void theXmlLiftsSettingsAndDropsSecrets() throws Exception {
        NSDictionary profile = first(xml(state("15.1", system(Origin.MDM)), "all"), "_computerlevel");
        NSArray items = (NSArray) profile.get("ProfileItems");
        NSDictionary wifi = (NSDictionary) ((NSDictionary) items.objectAtIndex(0)).get("PayloadContent");
        NSDictionary managed = (NSDictionary) ((NSDictionary) items.objectAtIndex(1)).get("PayloadContent");

        assertThat(wifi.allKeys()).containsExactly("AutoJoin", "SSID_STR");
        assertThat(wifi.get("AutoJoin")).isEqualTo(new NSNumber(true));
        assertThat(managed.get("PayloadContentManagedPreferences")).isEqualTo(PREFERENCES);
    }

    @Test
    void theXmlDoesNotTellWhoInstalled() throws Exception {
        assertThat(Outputs.of(state("15.1", system(Origin.MDM))).get("all.xml"))
                .isEqualTo(Outputs.of(state("15.1", system(Origin.LOCAL))).get("all.xml"));
    }

    @Test
    void anEmptyMacHasAnEmptyDictionaryAndASentence() throws Exception {
        MacState empty = state("15.1");

        assertThat(xml(empty, "all").allKeys()).isEmpty();
        assertThat(Outputs.of(empty))
                .containsEntry("all.txt", "There are no configuration profiles installed\n")
                .containsEntry("computer.txt", "There are no configuration profiles installed in the system domain\n")
                .containsEntry("user-alice.txt", "There are no configuration profiles installed for user 'alice'\n");
    }

    @Test
    void theComputersViewAndAUsersViewHoldTheirOwn() throws Exception {
        MacState state = state("15.1", system(Origin.MDM), ofAlice());

        assertThat(xml(state, "all").allKeys()).containsExactly("_computerlevel", "alice");
        assertThat(xml(state, "computer").allKeys()).containsExactly("_computerlevel");
        assertThat(xml(state, "user-alice").allKeys()).containsExactly("alice");
    }

    @Test
    void thePlainTextNumbersEachOwnersProfilesAndCountsThem() throws Exception {
        Map<String, String> outputs = Outputs.of(state("15.1", system(Origin.MDM), ofAlice()));

        assertThat(outputs).containsEntry("all.txt", """
                        _computerlevel[1] attribute: profileIdentifier: com.acme.wi fi
                        alice[1] attribute: profileIdentifier: com.acme.own
                        There are 2 configuration profiles installed
                        """).containsEntry("user-alice.txt", """
                        alice[1] attribute: profileIdentifier: com.acme.own
                        There are 1 user configuration profiles installed for 'alice'
                        """);
    }

    @ParameterizedTest
    @CsvSource({"MDM,TRUE", "DECLARATIVE,TRUE", "LOCAL,FALSE", "ENROLLMENT,FALSE"})
    void theVerboseTextTellsWhoInstalled(Origin origin, String word) throws Exception {
        assertThat(Outputs.of(state("26.0", system(origin))).get("all.verbose"))
                .contains("_computerlevel[1] attribute: installedByMDM: " + word + "\n");
    }

    @ParameterizedTest
    @CsvSource({"MDM,false", "DECLARATIVE,true"})
    void theVerboseTextTellsWhatADeclarationBrought(Origin origin, boolean told) throws Exception {
        assertThat(Outputs.of(state("14.0", system(origin))).get("all.verbose").lines())
                .filteredOn("_computerlevel[1] attribute: source: Declarative Device Management"::equals)
                .hasSize(told ? 1 : 0);
    }

    @Test
    void theVerboseTextOf10DoesNotTellWhoInstalled() throws Exception {
        assertThat(Outputs.of(state("10.15.7", system(Origin.MDM))).get("all.verbose"))
                .contains("attribute: internaldata: TRUE")
                .doesNotContain("installedByMDM");
    }

    @Test
    void theVerboseTextHoldsEveryAttributeAndPayload() throws Exception {
        assertThat(Outputs.of(state("15.1", ofAlice())).get("user-alice.verbose"))
                .isEqualTo("""
                        profiles: verbose mode ON
                        alice[1] attribute: name: (null)
                        alice[1] attribute: configurationDescription: two
                        lines
                        alice[1] attribute: installationDate: 2026-01-01 12:00:00 +0000
                        alice[1] attribute: organization: (null)
                        alice[1] attribute: profileIdentifier: com.acme.own
                        alice[1] attribute: profileUUID: 11111111-2222-3333-4444-555555555555
                        alice[1] attribute: profileType: Configuration
                        alice[1] attribute: removalDisallowed: FALSE
                        alice[1] attribute: version: 1
                        alice[1] attribute: containsComputerItems: FALSE
                        alice[1] attribute: installedByMDM: FALSE
                        alice[1] attribute: internaldata: TRUE
                        alice[1] payload count = 1
                        alice[1]            payload[1] name\t\t\t= (null)
                        alice[1]            payload[1] description\t\t= (null)
                        alice[1]            payload[1] type\t\t\t= com.example.app
                        alice[1]            payload[1] organization\t\t= (null)
                        alice[1]            payload[1] identifier\t\t= com.acme.own.a
                        alice[1]            payload[1] uuid\t\t\t= AAAAAAAA-2222-3333-4444-000000000000
                        There are 1 user configuration profiles installed for 'alice'
                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    10.13.2 | NONE          | There is no enrollment profile installed on this system
                    10.13.2 | USER_APPROVED | An enrollment profile is currently installed on this system
                    10.14.6 | MDM           | Enrolled via DEP: No/MDM enrollment: Yes
                    15.1    | NONE          | Enrolled via DEP: No/MDM enrollment: No
                    15.1    | USER_APPROVED | Enrolled via DEP: No/MDM enrollment: Yes (User Approved)/MDM server: https://mdm.acme.example:8443/mdm
                    26.0    | AUTOMATED     | Enrolled via DEP: Yes/MDM enrollment: Yes (User Approved)/MDM server: https://mdm.acme.example:8443/mdm
                    """)
    void saysHowTheMacIsEnrolled(String macos, Approval approval, String lines) {
        // a slash stands for the end of a line; the ones in the URL stay apart by what follows them
        String expected = lines.replaceAll("(?<!/)(?<!:)/(?=MDM )", "\n") + "\n";

        assertThat(Outputs.of(TestMacs.state(macos, approval))).containsEntry("status-enrollment", expected);
    }

    @Test
    void countsProfilesInTheSingularAndThePlural() throws Exception {
        assertThat(Outputs.of(state("15.1", ofAlice())).get("status-configuration"))
                .isEqualTo("There is 1 configuration profile installed on this system\n");
        assertThat(Outputs.of(state("15.1", ofAlice(), system(Origin.MDM))).get("status-configuration"))
                .isEqualTo("There are 2 configuration profiles installed on this system\n");
    }

    private static MacState state(String macos, InstalledProfile... profiles) {
        return TestMacs.state(macos, Approval.USER_APPROVED, profiles);
    }

    private static InstalledProfile system(Origin origin) throws Exception {
        byte[] profile = TestProfiles.profile("com.acme.wi fi")
                .with("PayloadDisplayName", "Wi-Fi")
                .with("PayloadRemovalDisallowed", true)
                .payload(
                        "com.apple.wifi.managed",
                        "com.acme.wifi.a",
                        Map.of("SSID_STR", "acme", "AutoJoin", true, "Password", "geheim"))
                .payload(
                        "com.apple.ManagedClient.preferences", "com.acme.wifi.b", Map.of("PayloadContent", PREFERENCES))
                .xml();
        return TestMacs.installed(profile, origin, Optional.empty());
    }

    private static InstalledProfile ofAlice() throws Exception {
        byte[] profile = TestProfiles.profile("com.acme.own")
                .with("PayloadDescription", "two\nlines")
                .payload("com.example.app", "com.acme.own.a", Map.of("k", "v"))
                .xml();
        return TestMacs.installed(profile, Origin.LOCAL, Optional.of("alice"));
    }

    private static NSDictionary xml(MacState state, String view) throws Exception {
        byte[] xml = Outputs.of(state).get(view + ".xml").getBytes(StandardCharsets.UTF_8);
        return (NSDictionary) PropertyListParser.parse(xml);
    }

    private static NSDictionary first(NSDictionary listing, String owner) {
        return (NSDictionary) ((NSArray) listing.get(owner)).objectAtIndex(0);
    }
}
