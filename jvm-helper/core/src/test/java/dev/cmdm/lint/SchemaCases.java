// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import static dev.cmdm.lint.Linted.SYSTEM;
import static dev.cmdm.lint.Linted.payload;
import static dev.cmdm.lint.Linted.profile;
import static dev.cmdm.lint.RuleCase.CERTIFICATE;
import static dev.cmdm.lint.RuleCase.device;
import static dev.cmdm.lint.RuleCase.in;
import static dev.cmdm.lint.RuleCase.managed;
import static dev.cmdm.lint.RuleCase.tile;
import static dev.cmdm.lint.RuleCase.type;

import java.util.List;

/** What Apple's schema says of types, keys and versions. */
final class SchemaCases {
    private SchemaCases() {}

    static List<RuleCase> types() {
        return List.of(
                type(Code.UNKNOWN_TYPE, "com.apple.Safari", "com.google.Chrome", ""),
                type(Code.UNKNOWN_TYPE, "com.aple.screensaver", "com.acme.screensaver", ""),
                type(Code.MISCASED_TYPE, "com.apple.Dock", "com.apple.dock", ""),
                type(Code.TYPE_NOT_FOR_MACOS, "com.apple.homescreenlayout", "com.apple.dock", ""));
    }

    static List<RuleCase> keys() {
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

    static List<RuleCase> versions() {
        String grey = "<key>grayscale</key><true/>";
        return List.of(
                new RuleCase(
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
}
