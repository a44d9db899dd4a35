// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import dev.cmdm.simulator.facts.Builds;
import dev.cmdm.simulator.facts.MacosVersion;
import dev.cmdm.simulator.profile.ProfileReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Macs for tests. */
public final class TestMacs {
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private TestMacs() {}

    public static MacSettings settings(String macos) {
        MacosVersion version = MacosVersion.of(macos);
        return new MacSettings(
                "mac1",
                "C02XK1ABCDEF",
                "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8",
                version,
                "Mac14,2",
                Builds.of(version),
                List.of(new MacSettings.User("alice", 501)),
                Duration.ofMillis(10),
                Duration.ofMillis(20),
                Duration.ofMillis(10));
    }

    public static MacState state(String macos, Approval approval, InstalledProfile... profiles) {
        Optional<URI> server = approval == Approval.NONE
                ? Optional.empty()
                : Optional.of(URI.create("https://mdm.acme.example:8443/mdm"));
        return new MacState(settings(macos), List.of(profiles), approval, server, MacFaults.NONE);
    }

    public static InstalledProfile installed(byte[] profile, Origin origin, Optional<String> user) throws Exception {
        return new InstalledProfile(ProfileReader.read(profile), origin, user, NOON);
    }
}
