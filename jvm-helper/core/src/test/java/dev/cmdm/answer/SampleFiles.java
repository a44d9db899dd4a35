// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import java.nio.charset.StandardCharsets;

/** Profiles as files, written short. */
public final class SampleFiles {
    private SampleFiles() {}

    /** A profile without oddities that holds one payload of this type with these settings, in XML. */
    public static byte[] profile(String type, String settings) {
        return profile("com.acme.sample", "", type, settings);
    }

    /** A profile of this identifier with more keys at its top. */
    public static byte[] profile(String identifier, String top, String type, String settings) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <plist version="1.0">
                <dict>
                <key>PayloadIdentifier</key><string>%1$s</string>
                <key>PayloadUUID</key><string>11111111-1111-4111-8111-111111111111</string>
                <key>PayloadType</key><string>Configuration</string>
                <key>PayloadVersion</key><integer>1</integer>
                <key>PayloadScope</key><string>System</string>
                %2$s
                <key>PayloadContent</key><array><dict>
                <key>PayloadIdentifier</key><string>%1$s.payload</string>
                <key>PayloadUUID</key><string>22222222-2222-4222-8222-222222222222</string>
                <key>PayloadType</key><string>%3$s</string>
                <key>PayloadVersion</key><integer>1</integer>
                %4$s
                </dict></array>
                </dict>
                </plist>
                """.formatted(identifier, top, type, settings).getBytes(StandardCharsets.UTF_8);
    }
}
