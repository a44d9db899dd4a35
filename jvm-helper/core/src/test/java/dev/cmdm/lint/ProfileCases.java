// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import static dev.cmdm.lint.Linted.SYSTEM;
import static dev.cmdm.lint.Linted.document;
import static dev.cmdm.lint.Linted.payload;
import static dev.cmdm.lint.Linted.profile;
import static dev.cmdm.lint.Linted.second;
import static dev.cmdm.lint.RuleCase.PLAIN;
import static dev.cmdm.lint.RuleCase.app;
import static dev.cmdm.lint.RuleCase.date;
import static dev.cmdm.lint.RuleCase.one;

import java.util.List;

/** What stands at the top of a profile, and what reading tolerates. */
final class ProfileCases {
    private ProfileCases() {}

    static List<RuleCase> top() {
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

    static List<RuleCase> tolerated() {
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
}
