// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.device.MacOsVersion;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.profile.ReadProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Profiles for the tests, written as people write them, and what lint says of them. */
final class Linted {
    static final Instant NOW = Instant.parse("2026-11-27T00:00:00Z");
    static final String SYSTEM = "<key>PayloadScope</key><string>System</string>";
    static final String USER = "<key>PayloadScope</key><string>User</string>";

    private Linted() {}

    /** A payload that lacks nothing, with further keys. */
    static String payload(String type, String keys) {
        return payload(type, "one", "11111111-2222-4333-8444-555555555551", keys);
    }

    /** A second payload that lacks nothing, with further keys. */
    static String second(String type, String keys) {
        return payload(type, "two", "11111111-2222-4333-8444-555555555552", keys);
    }

    private static String payload(String type, String name, String uuid, String keys) {
        return "<dict><key>PayloadType</key><string>" + type + "</string>"
                + "<key>PayloadVersion</key><integer>1</integer>"
                + "<key>PayloadIdentifier</key><string>com.acme.test." + name + "</string>"
                + "<key>PayloadUUID</key><string>" + uuid + "</string>" + keys + "</dict>";
    }

    /** A profile of these keys at the top and these payloads. */
    static String profile(String top, String... payloads) {
        return document(top + "<key>PayloadContent</key><array>" + String.join("", payloads) + "</array>");
    }

    /** A profile of these keys at the top, PayloadContent not among them unless given. */
    static String document(String top) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\"><dict>"
                + "<key>PayloadType</key><string>Configuration</string>"
                + "<key>PayloadVersion</key><integer>1</integer>"
                + "<key>PayloadIdentifier</key><string>com.acme.test</string>"
                + "<key>PayloadUUID</key><string>11111111-2222-4333-8444-555555555550</string>" + top
                + "</dict></plist>";
    }

    /** All findings on a document, for no macOS in particular. */
    static List<Finding> findings(String document) {
        return findings(document, "");
    }

    /** All findings on a document for a macOS. */
    static List<Finding> findings(String document, String macos) {
        ReadProfile read = read(document);
        return findings(read.profile(), read, macos, Lines.NONE);
    }

    /** All findings on a document of which somebody tells the lines. */
    static List<Finding> findings(String document, Lines lines) {
        ReadProfile read = read(document);
        return findings(read.profile(), read, "", lines);
    }

    private static ReadProfile read(String document) {
        return new ProfileReader(envelope -> {
                    throw new IllegalStateException("nothing is signed here");
                })
                .read(document.getBytes(StandardCharsets.UTF_8));
    }

    /** All findings on a profile that is made of values. */
    static List<Finding> findings(PlistValue.Dict content, String macos) {
        Profile profile = Profile.fromContent(content);
        return findings(profile, new ReadProfile(profile, new Bytes(new byte[0]), false), macos, Lines.NONE);
    }

    private static List<Finding> findings(Profile profile, ReadProfile read, String macos, Lines lines) {
        Optional<MacOsVersion> version = macos.isEmpty() ? Optional.empty() : MacOsVersion.find(macos);
        return Linter.check(new Subject("com.acme.test", profile, read.warnings(), version, Optional.of(NOW), lines));
    }
}
