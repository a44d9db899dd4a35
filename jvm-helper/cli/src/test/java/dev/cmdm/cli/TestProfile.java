// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A profile as an administrator writes one: the UUIDs are the file's own and stay when a setting is edited. */
final class TestProfile {
    private TestProfile() {}

    static String of(String identifier, int setting) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <plist version="1.0"><dict>
                <key>PayloadType</key><string>Configuration</string>
                <key>PayloadVersion</key><integer>1</integer>
                <key>PayloadIdentifier</key><string>%1$s</string>
                <key>PayloadUUID</key><string>%2$s</string>
                <key>PayloadScope</key><string>System</string>
                <key>PayloadContent</key><array><dict>
                <key>PayloadType</key><string>com.apple.screensaver</string>
                <key>PayloadVersion</key><integer>1</integer>
                <key>PayloadIdentifier</key><string>%1$s.settings</string>
                <key>PayloadUUID</key><string>%3$s</string>
                <key>idleTime</key><integer>%4$d</integer>
                </dict></array></dict></plist>
                """.formatted(identifier, uuid(identifier), uuid(identifier + ".settings"), setting);
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
