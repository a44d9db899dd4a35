// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.answer.SampleFiles;
import dev.cmdm.desired.Content;
import dev.cmdm.desired.Desired;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Ensure;
import dev.cmdm.desired.Owner;
import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.engine.Surveyor.Survey;
import dev.cmdm.installed.Installed;
import dev.cmdm.lint.Finding;
import dev.cmdm.lint.Severity;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.profile.ReadProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T00:00:00Z");

    @Test
    void whatLintHoldsForWrongIsAFindingOfThePlan() {
        assertThat(findings("com.apple.dock", "<key>tilesize</key><integer>500</integer>", "15.1"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("out-of-range");
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.identifier()).isEqualTo("com.acme.sample");
                    assertThat(finding.line()).isEqualTo(15);
                });
    }

    @Test
    void theMacOsOfTheMacCounts() {
        assertThat(findings("com.apple.relay.managed", "<key>Relays</key><array/>", "13.6"))
                .extracting(Finding::code)
                .containsExactly("type-too-new");
        assertThat(findings("com.apple.relay.managed", "<key>Relays</key><array/>", "15.1"))
                .isEmpty();
    }

    @Test
    void whatIsOnlyWorthKnowingIsLeftToLint() {
        assertThat(findings("com.apple.associated-domains", "<key>Configuration</key><array/>", "15.1"))
                .isEmpty();
    }

    @Test
    void whatDeclaredProfilesContradictEachOtherInIsAFindingOfThePlan() {
        assertThat(findings(
                        "15.1",
                        declared("com.acme.a", "com.apple.dock", "<key>orientation</key><string>left</string>"),
                        declared("com.acme.b", "com.apple.dock", "<key>orientation</key><string>right</string>")))
                .extracting(Finding::code)
                .containsExactly("conflict");
    }

    private static List<Finding> findings(String type, String settings, String macos) {
        return findings(macos, declared("com.acme.sample", type, settings));
    }

    private static DesiredProfile declared(String identifier, String type, String settings) {
        byte[] file = SampleFiles.profile(type, settings);
        String text = new String(file, StandardCharsets.UTF_8).replace("com.acme.sample", identifier);
        ReadProfile read = new ProfileReader(envelope -> {
                    throw new IllegalStateException("nothing is signed here");
                })
                .read(text.getBytes(StandardCharsets.UTF_8));
        return new DesiredProfile(
                "a file",
                Optional.of(ProfileKey.system(read.profile().identifier())),
                Ensure.PRESENT,
                new Content.Understood(read),
                DesiredProfile.Options.DEFAULTS);
    }

    private static List<Finding> findings(String macos, DesiredProfile... profiles) {
        Device device = new Device("C02", "UDID", MacOsVersion.find(macos).orElseThrow(), Enrollment.NONE);
        return Findings.of(
                new Desired(new Owner("cli"), Optional.empty(), List.of(profiles)),
                new Survey(device, true, new Installed(List.of(), true, true), List.of()),
                NOW);
    }
}
