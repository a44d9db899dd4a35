// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

/** A profile as a file of XML, written short. */
final class SampleProfile {
    private SampleProfile() {}

    /** One payload of a preference domain of its own, with these settings. */
    static String of(String identifier, String settings) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <plist version="1.0">
                <dict>
                <key>PayloadIdentifier</key><string>%1$s</string>
                <key>PayloadUUID</key><string>11111111-1111-4111-8111-111111111111</string>
                <key>PayloadType</key><string>Configuration</string>
                <key>PayloadVersion</key><integer>1</integer>
                <key>PayloadScope</key><string>System</string>
                <key>PayloadContent</key><array><dict>
                <key>PayloadIdentifier</key><string>%1$s.dock</string>
                <key>PayloadUUID</key><string>22222222-2222-4222-8222-222222222222</string>
                <key>PayloadType</key><string>com.apple.dock</string>
                <key>PayloadVersion</key><integer>1</integer>
                %2$s
                </dict></array>
                </dict>
                </plist>
                """.formatted(identifier, settings);
    }
}
