// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OriginReaderTest {
    @TestFactory
    Stream<DynamicTest> readsEveryVector() {
        return ListingVectors.each("verbose", 15, vector -> {
            Installed listing = listing((String) vector.expected().get("listing"), true);
            if (vector.unreadable()) {
                assertThatThrownBy(() -> OriginReader.read(vector.printed(), listing))
                        .isInstanceOf(ListingUnreadableException.class);
                return;
            }
            Installed read = OriginReader.read(vector.printed(), listing);
            assertThat(origins(read)).isEqualTo(vector.expected().get("origins"));
            assertThat(declarative(read)).isEqualTo(vector.expected().getOrDefault("declarative", List.of()));
            assertThat(read.originsRead()).isTrue();
            assertThat(read.whole()).isTrue();
        });
    }

    @Test
    void concludesNothingFromMissingMarksWhenTheReaderDidNotSeeEverything() {
        Installed user = listing("managed-preferences", false);
        byte[] verbose =
                ListingVectors.vector("verbose", "no-marks-not-enrolled").printed();
        assertThat(origins(OriginReader.read(verbose, user)).values()).containsOnly("unknown");
    }

    @Test
    void keepsWhatElseTheListingHolds() {
        Installed listing = listing("noise-around", true);
        Installed read =
                OriginReader.read(ListingVectors.vector("verbose", "macos-11").printed(), listing);
        assertThat(read.warnings()).isEqualTo(listing.warnings()).isNotEmpty();
        assertThat(read.profiles())
                .extracting(InstalledProfile::payloads)
                .containsExactly(listing.profiles().get(0).payloads());
    }

    private static Installed listing(String name, boolean whole) {
        return ListingReader.read(ListingVectors.vector("stdout-xml", name).printed(), whole);
    }

    private static List<String> declarative(Installed installed) {
        return installed.profiles().stream()
                .filter(InstalledProfile::declarative)
                .map(profile -> profile.key().toString())
                .toList();
    }

    private static Map<String, String> origins(Installed installed) {
        return installed.profiles().stream()
                .collect(Collectors.toMap(
                        profile -> profile.key().toString(),
                        profile -> profile.origin().name().toLowerCase(Locale.ROOT)));
    }
}
