// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import static dev.cmdm.lint.Linted.SYSTEM;
import static dev.cmdm.lint.Linted.USER;
import static dev.cmdm.lint.Linted.payload;
import static dev.cmdm.lint.Linted.profile;
import static dev.cmdm.lint.Linted.second;
import static dev.cmdm.lint.RuleCase.CERTIFICATE;
import static dev.cmdm.lint.RuleCase.TCC;
import static dev.cmdm.lint.RuleCase.denied;
import static dev.cmdm.lint.RuleCase.in;
import static dev.cmdm.lint.RuleCase.one;
import static dev.cmdm.lint.RuleCase.privacy;
import static dev.cmdm.lint.RuleCase.type;

import java.util.List;

/** Who may install what, and what a payload says of others. */
final class DeliveryCases {
    private DeliveryCases() {}

    static List<RuleCase> deliveries() {
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

    static List<RuleCase> several() {
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
}
