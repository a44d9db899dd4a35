// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import static dev.cmdm.lint.Linted.SYSTEM;
import static dev.cmdm.lint.Linted.USER;
import static dev.cmdm.lint.Linted.document;
import static dev.cmdm.lint.Linted.findings;
import static dev.cmdm.lint.Linted.payload;
import static dev.cmdm.lint.Linted.profile;
import static dev.cmdm.lint.Linted.second;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each code a profile that breaks the rule and one that does not. */
class RulesTest {
    private static final String CERTIFICATE = "<key>PayloadContent</key><data>AAAA</data>";
    private static final String PLAIN = profile(SYSTEM, payload("com.acme.app", "<key>a</key><true/>"));

    /**
     * One rule.
     *
     * @param code what is expected
     * @param breaks a profile that breaks it
     * @param at the key path of the finding
     * @param keeps the profile nearest to it that does not
     * @param macos for which macOS, empty for none
     */
    record Case(Code code, String breaks, String at, String keeps, String macos) {
        @Override
        public String toString() {
            return code.word() + " at " + at;
        }
    }

    private static Case one(Code code, String breaks, String at, String keeps) {
        return new Case(code, breaks, at, keeps, "");
    }

    /** In the only payload, for the computer. */
    private static Case in(Code code, String type, String breaks, String at, String keeps) {
        return in(code, type, breaks, at, keeps, "");
    }

    private static Case in(Code code, String type, String breaks, String at, String keeps, String macos) {
        String path = "PayloadContent[0]" + (at.isEmpty() ? "" : "." + at);
        return new Case(
                code, profile(SYSTEM, payload(type, breaks)), path, profile(SYSTEM, payload(type, keeps)), macos);
    }

    private static Case type(Code code, String breaks, String keeps, String macos) {
        return new Case(
                code,
                profile(SYSTEM, payload(breaks, "")),
                "PayloadContent[0].PayloadType",
                profile(SYSTEM, payload(keeps, "")),
                macos);
    }

    static Stream<Case> cases() {
        return Stream.of(types(), keys(), versions(), deliveries(), several(), top(), tolerated())
                .flatMap(List::stream);
    }

    private static List<Case> types() {
        return List.of(
                type(Code.UNKNOWN_TYPE, "com.apple.Safari", "com.google.Chrome", ""),
                type(Code.UNKNOWN_TYPE, "com.aple.screensaver", "com.acme.screensaver", ""),
                type(Code.MISCASED_TYPE, "com.apple.Dock", "com.apple.dock", ""),
                type(Code.TYPE_NOT_FOR_MACOS, "com.apple.homescreenlayout", "com.apple.dock", ""));
    }

    private static List<Case> keys() {
        return List.of(
                in(
                        Code.UNKNOWN_KEY,
                        "com.apple.dock",
                        "<key>tilesizes</key><integer>1</integer>",
                        "tilesizes",
                        tile(20)),
                in(
                        Code.UNKNOWN_KEY,
                        "com.apple.dock",
                        "<key>static-apps</key><array><dict><key>x</key><true/></dict></array>",
                        "static-apps[0].x",
                        "<key>static-apps</key><array/>"),
                in(
                        Code.MISCASED_KEY,
                        "com.apple.dock",
                        "<key>TileSize</key><integer>20</integer>",
                        "TileSize",
                        tile(20)),
                in(
                        Code.KEY_NOT_FOR_MACOS,
                        "com.apple.domains",
                        "<key>WebDomains</key><array/>",
                        "WebDomains",
                        "<key>EmailDomains</key><array/>"),
                in(Code.MISSING_KEY, "com.apple.security.firewall", "", "", "<key>EnableFirewall</key><true/>"),
                in(
                        Code.WRONG_KIND,
                        "com.apple.dock",
                        "<key>autohide</key><integer>1</integer>",
                        "autohide",
                        "<key>autohide</key><true/>"),
                in(
                        Code.WRONG_KIND,
                        "com.apple.security.pem",
                        "<key>PayloadContent</key><string>AAAA</string>",
                        "PayloadContent",
                        CERTIFICATE),
                in(
                        Code.PREFERENCE_KIND,
                        "com.apple.ManagedClient.preferences",
                        managed("com.apple.dock", "<key>autohide</key><integer>1</integer>"),
                        "PayloadContent.\"com.apple.dock\".Forced[0].mcx_preference_settings.autohide",
                        managed("com.apple.dock", "<key>autohide</key><true/><key>other</key><integer>1</integer>")),
                in(
                        Code.VALUE_NOT_ALLOWED,
                        "com.apple.dock",
                        "<key>orientation</key><string>top</string>",
                        "orientation",
                        "<key>orientation</key><string>left</string>"),
                in(Code.OUT_OF_RANGE, "com.apple.dock", tile(500), "tilesize", tile(128)),
                in(
                        Code.BAD_FORMAT,
                        "com.apple.airplay",
                        device("printer"),
                        "AllowList[0].DeviceID",
                        device("01:23:45:67:89:ab")));
    }

    private static List<Case> versions() {
        String grey = "<key>grayscale</key><true/>";
        return List.of(
                new Case(
                        Code.TYPE_TOO_NEW,
                        profile(SYSTEM, payload("com.apple.relay.managed", "")),
                        "PayloadContent[0].PayloadType",
                        profile(SYSTEM, payload("com.apple.dock", "")),
                        "13.6"),
                in(
                        Code.KEY_TOO_NEW,
                        "com.apple.SoftwareUpdate",
                        "<key>AutomaticallyInstallMacOSUpdates</key><true/>",
                        "AutomaticallyInstallMacOSUpdates",
                        "<key>AllowPreReleaseInstallation</key><true/>",
                        "10.13.6"),
                type(Code.TYPE_DEPRECATED, "com.apple.systempreferences", "com.apple.dock", "26.1"),
                in(Code.KEY_DEPRECATED, "com.apple.universalaccess", grey, "grayscale", "", "11.0"),
                type(Code.TYPE_REMOVED, "com.apple.dashboard", "com.apple.dock", "15.0"),
                in(
                        Code.KEY_REMOVED,
                        "com.apple.security.firewall",
                        "<key>EnableFirewall</key><true/><key>EnableLogging</key><true/>",
                        "EnableLogging",
                        "<key>EnableFirewall</key><true/>",
                        "15.0"));
    }

    private static List<Case> deliveries() {
        return List.of(
                type(Code.MDM_ONLY_TYPE, "com.apple.system-extension-policy", "com.apple.dock", ""),
                in(
                        Code.MDM_ONLY_KEY,
                        "com.apple.loginwindow",
                        "<key>AutologinUsername</key><string>kiosk</string>",
                        "AutologinUsername",
                        "<key>SHOWFULLNAME</key><true/>"),
                type(Code.NEEDS_USER_APPROVAL, "com.apple.associated-domains", "com.apple.dock", ""),
                in(
                        Code.NEEDS_SUPERVISION,
                        "com.apple.applicationaccess",
                        "<key>forceClassroomAutomaticallyJoinClasses</key><true/>",
                        "forceClassroomAutomaticallyJoinClasses",
                        "<key>allowCamera</key><true/>"),
                in(
                        Code.NEEDS_AUTOMATED_ENROLLMENT,
                        "com.apple.MCX.FileVault2",
                        "<key>ForceEnableInSetupAssistant</key><true/>",
                        "ForceEnableInSetupAssistant",
                        "<key>Defer</key><true/>"),
                type(Code.MANUAL_ONLY_TYPE, "com.apple.declarations", "com.apple.dock", ""),
                type(Code.ENROLLMENT_PAYLOAD, "com.apple.mdm", "com.apple.dock", ""),
                one(
                        Code.DEVICE_ONLY_TYPE,
                        profile(USER, payload("com.apple.xsan.preferences", "")),
                        "PayloadContent[0].PayloadType",
                        profile(SYSTEM, payload("com.apple.xsan.preferences", ""))),
                one(
                        Code.USER_ONLY_TYPE,
                        profile(SYSTEM, payload("com.apple.webClip.managed", "")),
                        "PayloadContent[0].PayloadType",
                        profile(USER, payload("com.apple.webClip.managed", ""))),
                one(
                        Code.DEVICE_ONLY_KEY,
                        profile(USER, payload("com.apple.applicationaccess", "<key>allowContentCaching</key><false/>")),
                        "PayloadContent[0].allowContentCaching",
                        profile(
                                SYSTEM,
                                payload("com.apple.applicationaccess", "<key>allowContentCaching</key><false/>"))));
    }

    private static List<Case> several() {
        String reference = "<key>PayloadCertificateUUID</key><string>11111111-2222-4333-8444-55555555555%s</string>";
        return List.of(
                one(
                        Code.ONE_PER_MAC,
                        profile(SYSTEM, payload("com.apple.dock", ""), second("com.apple.dock", "")),
                        "PayloadContent[1].PayloadType",
                        profile(SYSTEM, payload("com.apple.security.pem", ""), second("com.apple.security.pem", ""))),
                in(
                        Code.GUESSABLE_SECRET,
                        "com.apple.wifi.managed",
                        "<key>Password</key><string>hunter2</string>",
                        "Password",
                        "<key>SSID_STR</key><string>net</string>"),
                one(
                        Code.DANGLING_REFERENCE,
                        profile(SYSTEM, payload("com.apple.wifi.managed", reference.formatted("9"))),
                        "PayloadContent[0].PayloadCertificateUUID",
                        profile(
                                SYSTEM,
                                payload("com.apple.wifi.managed", reference.formatted("2")),
                                second("com.apple.security.pem", CERTIFICATE))),
                in(
                        Code.PRIVACY_ENTRY,
                        TCC,
                        privacy("Camera", "<key>Allowed</key><true/>"),
                        "Services.Camera[0]",
                        denied()),
                in(Code.PRIVACY_ENTRY, TCC, privacy("Camera", ""), "Services.Camera[0]", denied()),
                in(
                        Code.PRIVACY_ENTRY,
                        TCC,
                        privacy("AppleEvents", "<key>Allowed</key><true/>"),
                        "Services.AppleEvents[0]",
                        privacy(
                                "AppleEvents",
                                "<key>Allowed</key><true/><key>AEReceiverIdentifier</key><string>a</string>")));
    }

    private static List<Case> top() {
        return List.of(
                one(
                        Code.UNKNOWN_KEY,
                        profile(SYSTEM + "<key>PayloadRemoval</key><true/>", app()),
                        "PayloadRemoval",
                        profile(SYSTEM + "<key>PayloadRemovalDisallowed</key><true/>", app())),
                one(
                        Code.WRONG_KIND,
                        profile(SYSTEM + "<key>PayloadRemovalDisallowed</key><string>true</string>", app()),
                        "PayloadRemovalDisallowed",
                        PLAIN),
                one(
                        Code.VALUE_NOT_ALLOWED,
                        profile(SYSTEM, app().replace("<integer>1<", "<integer>2<")),
                        "PayloadContent[0].PayloadVersion",
                        PLAIN),
                one(
                        Code.CONSENT_DIALOG,
                        profile(
                                SYSTEM + "<key>ConsentText</key><dict><key>default</key><string>Yes?</string></dict>",
                                app()),
                        "ConsentText",
                        PLAIN),
                one(
                        Code.REMOVAL_DATE_PAST,
                        profile(SYSTEM + date("RemovalDate", 2025), app()),
                        "RemovalDate",
                        profile(SYSTEM + date("RemovalDate", 2027), app())),
                one(
                        Code.EXPIRATION_PAST,
                        profile(SYSTEM + date("PayloadExpirationDate", 2025), app()),
                        "PayloadExpirationDate",
                        profile(SYSTEM + date("PayloadExpirationDate", 2027), app())),
                one(
                        Code.ENCRYPTION_MISMATCH,
                        profile(SYSTEM + "<key>IsEncrypted</key><true/>", app()),
                        "IsEncrypted",
                        profile(SYSTEM + "<key>IsEncrypted</key><false/>", app())));
    }

    private static List<Case> tolerated() {
        String encrypted = "<key>IsEncrypted</key><true/><key>EncryptedPayloadContent</key><data>AAAA</data>";
        return List.of(
                one(Code.ODD_TYPE, PLAIN.replace(">Configuration<", ">Profile<"), "PayloadType", PLAIN),
                one(Code.MISSING_SCOPE, profile("", app()), "PayloadScope", PLAIN),
                one(Code.ODD_SCOPE, PLAIN.replace(">System<", ">system<"), "PayloadScope", PLAIN),
                one(Code.ENCRYPTED_CONTENT, document(SYSTEM + encrypted), "EncryptedPayloadContent", PLAIN),
                one(Code.MISSING_CONTENT, document(SYSTEM), "PayloadContent", PLAIN),
                one(Code.EMPTY_CONTENT, profile(SYSTEM), "PayloadContent", PLAIN),
                one(
                        Code.PAYLOAD_WITHOUT_TYPE,
                        PLAIN.replace("<key>PayloadType</key><string>com.acme.app</string>", ""),
                        "PayloadContent[0]",
                        PLAIN),
                one(
                        Code.PAYLOAD_WITHOUT_IDENTIFIER,
                        PLAIN.replace("<key>PayloadIdentifier</key><string>com.acme.test.one</string>", ""),
                        "PayloadContent[0]",
                        PLAIN),
                one(
                        Code.PAYLOAD_WITHOUT_UUID,
                        PLAIN.replaceFirst("<key>PayloadUUID</key><string>[-0-9]*1</string>", ""),
                        "PayloadContent[0]",
                        PLAIN),
                one(
                        Code.MISSING_VERSION,
                        PLAIN.replaceFirst("<key>PayloadVersion</key><integer>1</integer>", ""),
                        "PayloadVersion",
                        PLAIN),
                one(Code.ODD_UUID, PLAIN.replace("11111111-2222-4333-8444-555555555550", "mine"), "PayloadUUID", PLAIN),
                one(
                        Code.PAYLOAD_UUID_TWICE,
                        profile(SYSTEM, app(), second("com.acme.b", "").replace("555552", "555551")),
                        "PayloadContent[1].PayloadUUID",
                        profile(SYSTEM, app(), second("com.acme.b", ""))),
                one(
                        Code.PLACEHOLDER,
                        profile(SYSTEM, payload("com.acme.app", "<key>a</key><string>{{serial}}</string>")),
                        "PayloadContent[0].a",
                        PLAIN));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aProfileThatBreaksARuleHasItsFindingAndTheOneThatKeepsItHasNot(Case rule) {
        assertThat(findings(rule.breaks(), rule.macos()))
                .filteredOn(finding -> finding.code().equals(rule.code().word()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.keyPath()).isEqualTo(rule.at());
                    assertThat(finding.severity()).isEqualTo(rule.code().severity());
                    assertThat(finding.identifier()).isEqualTo("com.acme.test");
                    assertThat(finding.message()).isNotBlank().doesNotContain("\n");
                    assertThat(finding.hint()).isNotBlank();
                });
        assertThat(findings(rule.keeps(), rule.macos()))
                .extracting(Finding::code)
                .doesNotContain(rule.code().word());
    }

    @Test
    void everyCodeHasACaseExceptTheTwoThatNoFileAloneCallsFor() {
        Set<Code> tested = cases().map(Case::code).collect(Collectors.toCollection(() -> EnumSet.noneOf(Code.class)));
        assertThat(EnumSet.complementOf(EnumSet.copyOf(tested)))
                .containsExactlyInAnyOrder(Code.FILLED_IN, Code.MORE_WARNINGS);
    }

    @Test
    void aPlainProfileWithAPreferenceDomainOfAnAppHasNoFinding() {
        assertThat(findings(PLAIN, "26.0")).isEmpty();
    }

    @Test
    void aWarningOfReadingTellsNothingTwice() {
        assertThat(findings(PLAIN.replace(">System<", ">system<")))
                .extracting(Finding::code)
                .containsExactly("odd-scope");
        assertThat(findings(PLAIN.replaceFirst("<key>PayloadVersion</key><integer>1</integer>", "")))
                .extracting(Finding::code)
                .containsExactly("missing-version");
    }

    @Test
    void aPlaceholderInAValueIsNotHeldAgainstItsListOrFormat() {
        String dock = payload("com.apple.dock", "<key>orientation</key><string>${side}</string>");
        assertThat(findings(profile(SYSTEM, dock))).extracting(Finding::code).containsExactly("placeholder");
    }

    @Test
    void noFindingHoldsAValueOfTheProfile() {
        String keys = "<key>SSID_STR</key><integer>424242</integer><key>Password</key><string>hunter2</string>"
                + "<key>EncryptionType</key><string>hunter2</string><key>PayloadCertificateUUID</key><string>hunter2"
                + "</string>";
        List<Finding> findings = findings(profile(SYSTEM, payload("com.apple.wifi.managed", keys)));
        assertThat(findings)
                .extracting(Finding::code)
                .contains("wrong-kind", "value-not-allowed", "guessable-secret", "dangling-reference");
        assertThat(findings.toString()).doesNotContain("hunter2").doesNotContain("424242");
    }

    @Test
    void aFindingNamesAppleAndItsFile() {
        assertThat(findings(profile(SYSTEM, payload("com.apple.dock", tile(500)))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.source()).isEqualTo("Apple, com.apple.dock.yaml");
                    assertThat(finding.hint()).isEqualTo("write at least 16 and at most 128");
                });
    }

    @Test
    void theWorstFindingsComeFirst() {
        String dock = payload("com.apple.Dock", "") + second("com.apple.dock", tile(500));
        assertThat(findings(profile(SYSTEM, dock, "<dict/>")))
                .extracting(Finding::severity)
                .isSorted();
    }

    @Test
    void moreFindingsThanAnyoneReadsAreCounted() {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            keys.append("<key>unheard-of-").append(i).append("</key><true/>");
        }
        assertThat(findings(profile(SYSTEM, payload("com.apple.dock", keys.toString()))))
                .hasSize(201)
                .last()
                .satisfies(finding -> assertThat(finding.message()).startsWith("100 more"));
    }

    @Test
    void nothingIsWorkedOutForWhatIsOnlyCounted() {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            keys.append("<key>tilesize").append(i).append("</key><true/>");
        }
        AtomicInteger asked = new AtomicInteger();
        List<Finding> found = findings(profile(SYSTEM, payload("com.apple.dock", keys.toString())), path -> {
            asked.incrementAndGet();
            return 7;
        });
        assertThat(found).hasSize(201).first().extracting(Finding::line).isEqualTo(7);
        assertThat(asked).hasValue(200);
    }

    private static final String TCC = "com.apple.TCC.configuration-profile-policy";

    private static String app() {
        return payload("com.acme.app", "");
    }

    private static String tile(int size) {
        return "<key>tilesize</key><integer>" + size + "</integer>";
    }

    private static String device(String address) {
        return "<key>AllowList</key><array><dict><key>DeviceID</key><string>" + address + "</string></dict></array>";
    }

    private static String date(String key, int year) {
        return "<key>" + key + "</key><date>" + year + "-01-01T00:00:00Z</date>";
    }

    private static String managed(String domain, String settings) {
        return "<key>PayloadContent</key><dict><key>" + domain + "</key><dict><key>Forced</key><array><dict>"
                + "<key>mcx_preference_settings</key><dict>" + settings + "</dict></dict></array></dict></dict>";
    }

    private static String privacy(String service, String decision) {
        return "<key>Services</key><dict><key>" + service + "</key><array><dict>"
                + "<key>Identifier</key><string>com.acme.app</string>"
                + "<key>IdentifierType</key><string>bundleID</string>"
                + "<key>CodeRequirement</key><string>anchor apple</string>" + decision + "</dict></array></dict>";
    }

    private static String denied() {
        return privacy("Camera", "<key>Allowed</key><false/>");
    }
}
