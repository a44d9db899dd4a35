// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Output of Apple's tool that a fuzzer makes up, seeded with the vectors. */
class FuzzListingTest {
    private static final Installed LISTING =
            ListingReader.read(ListingVectors.vector("stdout-xml", "macos-15").printed(), true);

    static Stream<Arguments> seeds() {
        return Stream.of("stdout-xml", "verbose", "enrollment")
                .flatMap(ListingVectors::all)
                .map(vector -> Arguments.of((Object) vector.printed()));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void whatIsRefusedIsUnreadableAndAllOtherIsAListing(byte[] input) {
        try {
            Installed listing = ListingReader.read(input, true);
            listing.profiles().forEach(profile -> assertThat(profile.origin()).isEqualTo(Origin.UNKNOWN));
            assertThat(OriginReader.read(input, listing).profiles()).hasSameSizeAs(listing.profiles());
        } catch (ListingUnreadableException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
        try {
            assertThat(OriginReader.read(input, LISTING).profiles()).hasSameSizeAs(LISTING.profiles());
        } catch (ListingUnreadableException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
        assertThat(EnrollmentText.find(new String(input, StandardCharsets.UTF_8)))
                .isNotNull();
    }
}
