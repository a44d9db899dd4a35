// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import static dev.cmdm.lint.Linted.SYSTEM;
import static dev.cmdm.lint.Linted.payload;
import static dev.cmdm.lint.Linted.profile;

/**
 * One rule of lint: a profile that breaks it and one that does not.
 *
 * @param code what is expected
 * @param breaks a profile that breaks it
 * @param at the key path of the finding
 * @param keeps the profile nearest to it that does not
 * @param macos for which macOS, empty for none
 */
record RuleCase(Code code, String breaks, String at, String keeps, String macos) {
    static final String TCC = "com.apple.TCC.configuration-profile-policy";
    static final String CERTIFICATE = "<key>PayloadContent</key><data>AAAA</data>";
    static final String PLAIN = profile(SYSTEM, payload("com.acme.app", "<key>a</key><true/>"));

    @Override
    public String toString() {
        return code.word() + " at " + at;
    }

    static RuleCase one(Code code, String breaks, String at, String keeps) {
        return new RuleCase(code, breaks, at, keeps, "");
    }

    /** In the only payload, for the computer. */
    static RuleCase in(Code code, String type, String breaks, String at, String keeps) {
        return in(code, type, breaks, at, keeps, "");
    }

    static RuleCase in(Code code, String type, String breaks, String at, String keeps, String macos) {
        String path = "PayloadContent[0]" + (at.isEmpty() ? "" : "." + at);
        return new RuleCase(
                code, profile(SYSTEM, payload(type, breaks)), path, profile(SYSTEM, payload(type, keeps)), macos);
    }

    static RuleCase type(Code code, String breaks, String keeps, String macos) {
        return new RuleCase(
                code,
                profile(SYSTEM, payload(breaks, "")),
                "PayloadContent[0].PayloadType",
                profile(SYSTEM, payload(keeps, "")),
                macos);
    }

    static String app() {
        return payload("com.acme.app", "");
    }

    static String tile(int size) {
        return "<key>tilesize</key><integer>" + size + "</integer>";
    }

    static String device(String address) {
        return "<key>AllowList</key><array><dict><key>DeviceID</key><string>" + address + "</string></dict></array>";
    }

    static String date(String key, int year) {
        return "<key>" + key + "</key><date>" + year + "-01-01T00:00:00Z</date>";
    }

    static String managed(String domain, String settings) {
        return "<key>PayloadContent</key><dict><key>" + domain + "</key><dict><key>Forced</key><array><dict>"
                + "<key>mcx_preference_settings</key><dict>" + settings + "</dict></dict></array></dict></dict>";
    }

    static String privacy(String service, String decision) {
        return "<key>Services</key><dict><key>" + service + "</key><array><dict>"
                + "<key>Identifier</key><string>com.acme.app</string>"
                + "<key>IdentifierType</key><string>bundleID</string>"
                + "<key>CodeRequirement</key><string>anchor apple</string>" + decision + "</dict></array></dict>";
    }

    static String denied() {
        return privacy("Camera", "<key>Allowed</key><false/>");
    }
}
