// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Answer;
import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Request;
import dev.cmdm.config.Layer;
import dev.cmdm.config.Settings;
import dev.cmdm.desired.Declaration;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Ensure;
import dev.cmdm.desired.Owner;
import dev.cmdm.device.Device;
import dev.cmdm.engine.Engine;
import dev.cmdm.engine.Host;
import dev.cmdm.plist.Bytes;
import dev.cmdm.wire.AnswerWriter;
import dev.cmdm.wire.DeviceReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan for a Mac that does not exist, with a bit of everything: two profiles that contradict each other, of which one
 * is there with other content. All that it needs is in here; it reads no file, runs no program and asks no server.
 */
final class SamplePlan {
    /** A profile with every kind of value. */
    static final String PROFILE = profile("training", """
            <dict>
            <key>PayloadType</key><string>com.apple.dock</string><key>PayloadVersion</key><integer>1</integer>
            <key>PayloadIdentifier</key><string>dev.cmdm.training.dock</string>
            <key>PayloadUUID</key><string>0B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11</string>
            <key>orientation</key><string>left &amp; right</string><key>tilesize</key><integer>48</integer>
            <key>shade</key><real>1.5</real><key>autohide</key><true/><key>icon</key><data>AAAA</data>
            <key>since</key><date>2026-01-02T03:04:05Z</date>
            <key>static-apps</key><array><dict><key>tile-type</key><string>file-tile</string>
            <key>tile-data</key><dict><key>file-label</key><string>App</string></dict></dict></array>
            </dict><dict>
            <key>PayloadType</key><string>com.apple.TCC.configuration-profile-policy</string>
            <key>PayloadIdentifier</key><string>dev.cmdm.training.privacy</string>
            <key>PayloadUUID</key><string>1B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11</string>
            <key>Services</key><dict><key>Accessibility</key><array><dict>
            <key>Identifier</key><string>com.example.app</string><key>IdentifierType</key><string>bundleID</string>
            <key>CodeRequirement</key><string>identifier "com.example.app"</string><key>Allowed</key><true/>
            </dict></array></dict>
            </dict><dict>
            <key>PayloadType</key><string>com.apple.ManagedClient.preferences</string>
            <key>PayloadIdentifier</key><string>dev.cmdm.training.preferences</string>
            <key>PayloadUUID</key><string>2B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11</string>
            <key>PayloadContent</key><dict><key>com.example.app</key><dict><key>Forced</key><array><dict>
            <key>mcx_preference_settings</key><dict><key>Setting</key><real>2.5</real></dict></dict></array></dict></dict>
            </dict><dict>
            <key>PayloadType</key><string>com.apple.security.root</string>
            <key>PayloadIdentifier</key><string>dev.cmdm.training.root</string>
            <key>PayloadUUID</key><string>3B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11</string>
            <key>PayloadContent</key><data>AAAA</data>
            </dict>""");

    private static final String OTHER = profile("other", """
            <dict>
            <key>PayloadType</key><string>com.apple.dock</string><key>PayloadVersion</key><integer>1</integer>
            <key>PayloadIdentifier</key><string>dev.cmdm.other.dock</string>
            <key>PayloadUUID</key><string>4B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11</string>
            <key>tilesize</key><integer>64</integer>
            </dict>""");

    static final String LISTING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <plist version="1.0"><dict><key>_computerlevel</key><array><dict>
            <key>ProfileIdentifier</key><string>dev.cmdm.training</string>
            <key>ProfileUUID</key><string>0B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11</string>
            <key>ProfileInstallDate</key><string>2026-01-01 12:00:00 +0000</string>
            <key>ProfileItems</key><array><dict><key>PayloadType</key><string>com.apple.dock</string>
            <key>PayloadIdentifier</key><string>dev.cmdm.training.dock</string>
            <key>PayloadContent</key><dict><key>tilesize</key><integer>16</integer></dict></dict></array>
            </dict></array></dict></plist>
            """;
    static final String VERBOSE = """
            _computerlevel[1] attribute: profileIdentifier: dev.cmdm.training
            _computerlevel[1] attribute: profileUUID: 0B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11
            _computerlevel[1] attribute: installedByMDM: TRUE
            """;
    static final String DEVICE = """
            {"serial":"C02XK1ABCDEF","udid":"8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8","macos":"15.1",\
            "enrollment":"user-approved"}""";

    private static final Map<String, String> SETTINGS =
            Map.of("mdm.product", "micromdm", "mdm.url", "https://mdm.example.com");

    private SamplePlan() {}

    /** Makes it and writes it down as JSON. */
    static byte[] make(Host host) {
        try (Engine engine = Engine.open(host, Settings.of(List.of(Layer.named(SETTINGS, "the sample"))))) {
            Answer answer = engine.answer(request(), event -> {});
            return AnswerWriter.write(answer);
        }
    }

    private static Request request() {
        Device device = DeviceReader.read(DEVICE.getBytes(StandardCharsets.UTF_8), "the sample");
        return new Request(
                "1",
                Operation.PLAN,
                Optional.of(new Request.Declared(
                        new Owner("sample"), Optional.empty(), List.of(declaration(PROFILE), declaration(OTHER)))),
                Request.Readings.elsewhere(bytes(LISTING), Optional.empty(), device),
                Request.Options.DEFAULTS);
    }

    private static Declaration declaration(String profile) {
        return new Declaration(
                "the sample",
                Optional.empty(),
                Ensure.PRESENT,
                new Declaration.Source.Raw(bytes(profile)),
                "",
                DesiredProfile.Options.DEFAULTS);
    }

    private static Bytes bytes(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String profile(String name, String payloads) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0"><dict>
                <key>PayloadIdentifier</key><string>dev.cmdm.%1$s</string>
                <key>PayloadUUID</key><string>6f1d3d6e-8f0e-4c2b-9a4e-0d2b7f3f5a10</string>
                <key>PayloadType</key><string>Configuration</string><key>PayloadVersion</key><integer>1</integer>
                <key>PayloadContent</key><array>%2$s</array></dict></plist>
                """.replace("%1$s", name).replace("%2$s", payloads);
    }
}
