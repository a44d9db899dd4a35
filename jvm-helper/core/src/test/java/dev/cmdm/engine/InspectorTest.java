// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.answer.Inspection;
import dev.cmdm.answer.Needs;
import dev.cmdm.answer.SampleFiles;
import dev.cmdm.engine.ProfileFiles.Named;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.EnvelopeOpener;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.profile.Signer;
import dev.cmdm.report.InspectionText;
import dev.cmdm.wire.InspectionWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found in a file, as a value, as JSON and as people read it. */
class InspectorTest {
    private static final Signer SIGNER =
            new Signer("CN=Acme", "CN=Acme CA", Instant.parse("2026-01-02T03:04:05Z"), true);

    @Test
    void aProfileIsToldWithEveryFieldInJson() {
        Inspection found = inspect(
                "dock.mobileconfig",
                SampleFiles.profile(
                        "com.acme.dock",
                        "<key>PayloadDisplayName</key><string>Dock</string><key>PayloadRemovalDisallowed</key><true/>",
                        "com.apple.dock",
                        "<key>tilesize</key><integer>48</integer>"));
        String fingerprint = Fingerprint.of(understood(found).read().profile()).hex();
        assertThat(InspectionWriter.write(found)).isEqualTo("""
                {"file":"dock.mobileconfig","identifier":"com.acme.dock",\
                "uuid":"11111111-1111-4111-8111-111111111111","displayName":"Dock","scope":"system","version":1,\
                "removalDisallowed":true,"payloads":[{"type":"com.apple.dock","identifier":"com.acme.dock.payload",\
                "uuid":"22222222-2222-4222-8222-222222222222"}],"signed":false,"signers":[],"signatureValid":null,\
                "fingerprint":"%s","needsMdm":false,"needsUserApproval":false,"mdmOnlyKeys":[],"warnings":[]}""".formatted(fingerprint));
        assertThat(InspectionWriter.writeFingerprint(found))
                .isEqualTo("{\"file\":\"dock.mobileconfig\",\"fingerprint\":\"" + fingerprint
                        + "\",\"withheld\":null,\"keyPath\":null}");
        assertThat(InspectionText.fingerprint(understood(found))).isEqualTo(fingerprint + "  dock.mobileconfig");
    }

    @Test
    void aProfileIsToldToPeopleALineForEachQuestion() {
        Inspection found = inspect(
                "dock.mobileconfig",
                SampleFiles.profile(
                        "com.acme.dock",
                        "<key>PayloadDisplayName</key><string>Dock\u0085</string>",
                        "com.apple.dock",
                        "<key>tilesize</key><string>{{size}}</string>"));
        assertThat(InspectionText.lines(understood(found)))
                .containsExactly(
                        "dock.mobileconfig",
                        "  identifier   com.acme.dock",
                        "  name         Dock\\u0085",
                        "  uuid         11111111-1111-4111-8111-111111111111",
                        "  scope        system, version 1, a user may remove it",
                        "  payload      com.apple.dock   com.acme.dock.payload   22222222-2222-4222-8222-222222222222",
                        "  signed       no",
                        "  fingerprint  "
                                + Fingerprint.of(understood(found).read().profile())
                                        .hex(),
                        "  needs        nothing, may come by any channel",
                        "  warning      placeholder: a placeholder stands in the text and is sent as it is"
                                + " (PayloadContent[0].tilesize)");
    }

    @Test
    void aFileThatIsNoProfileIsToldByClassPlaceAndWordsAndTheFileIsNamedOnce() {
        Inspection broken = inspect(
                "x", "<plist version=\"1.0\"><dict><key>a</key></dict></plist>".getBytes(StandardCharsets.UTF_8));
        assertThat(broken.exit()).isEqualTo(65);
        assertThat(InspectionWriter.write(broken))
                .startsWith("{\"file\":\"x\",\"error\":{\"class\":\"malformed-plist\",\"message\":\"line 1, column ");
        Inspection missing = new Inspector(reader())
                .inspect(new ProfileFiles(System.in)
                        .find(List.of("/none/at/all"))
                        .get(0));
        assertThat(InspectionText.line((Inspection.Broken) missing))
                .startsWith("/none/at/all: the file cannot be read: it is missing")
                .endsWith("(io)");
        assertThat(InspectionWriter.write(missing)).containsOnlyOnce("/none/at/all");
    }

    @Test
    void whoSignedIsToldInJsonAndToPeople() {
        byte[] envelope = {0x30, 0x0b, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07};
        Inspection found = inspect("signed", envelope);
        assertThat(InspectionWriter.write(found))
                .contains("\"signed\":true,\"signers\":[{\"subject\":\"CN=Acme\",\"notAfter\":\"2026-01-02T03:04:05Z\","
                        + "\"expired\":true}],\"signatureValid\":true,");
        assertThat(InspectionText.lines(understood(found)))
                .contains("  signed       by CN=Acme, expired 2026-01-02T03:04:05Z");
    }

    @Test
    void noOutputHoldsTheFingerprintOfAProfileWithAPasswordAndEachSaysWhy() {
        Inspection found = inspect(
                "wifi", SampleFiles.profile("com.apple.wifi.managed", "<key>Password</key><string>canary</string>"));
        String fingerprint = Fingerprint.of(understood(found).read().profile()).hex();
        List<String> outputs = List.of(
                InspectionWriter.write(found),
                InspectionWriter.writeFingerprint(found),
                InspectionText.fingerprint(understood(found)),
                String.join("\n", InspectionText.lines(understood(found))));
        assertThat(outputs)
                .allSatisfy(output -> assertThat(output)
                        .contains("withheld", "PayloadContent[0].Password")
                        .doesNotContain(fingerprint, "canary"));
    }

    @Test
    void aTypeThatOnlyAnMdmMayInstallNeedsOneThatAUserApproved() {
        Inspection found = inspect("tcc", SampleFiles.profile("com.apple.TCC.configuration-profile-policy", ""));
        assertThat(understood(found).needs()).isEqualTo(new Needs(true, true, List.of()));
        assertThat(InspectionText.lines(understood(found))).contains("  needs        an MDM with user approval");
    }

    @Test
    void aKeyThatOnlyAnMdmMaySetNeedsOneAndIsNamed() {
        Inspection found = inspect(
                "login",
                SampleFiles.profile("com.apple.loginwindow", "<key>AutologinUsername</key><string>a</string>"));
        assertThat(understood(found).needs())
                .isEqualTo(new Needs(true, false, List.of("PayloadContent[0].AutologinUsername")));
        assertThat(InspectionWriter.write(found))
                .contains("\"needsMdm\":true", "\"mdmOnlyKeys\":[\"PayloadContent[0].AutologinUsername\"]");
    }

    private static Inspection inspect(String name, byte[] bytes) {
        return new Inspector(reader()).inspect(new Named(name, () -> bytes));
    }

    private static ProfileReader reader() {
        return new ProfileReader(envelope -> new EnvelopeOpener.Opened(
                new Bytes(SampleFiles.profile("com.apple.dock", "")), List.of(SIGNER), List.of()));
    }

    private static Inspection.Understood understood(Inspection inspection) {
        return (Inspection.Understood) inspection;
    }
}
