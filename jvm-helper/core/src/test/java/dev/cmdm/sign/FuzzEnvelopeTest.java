// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cmdm.plist.CanonicalXml;
import dev.cmdm.plist.PlistException;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.PayloadUuids;
import dev.cmdm.profile.ProfileException;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.profile.ReadProfile;
import dev.cmdm.profile.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Envelopes, and profiles without one, that a fuzzer makes up. */
class FuzzEnvelopeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T00:00:00Z"), ZoneOffset.UTC);
    private static final ProfileReader READER = new ProfileReader(new CmsOpener(CLOCK, List::of));

    static Stream<Arguments> seeds() throws IOException {
        Path folder = Files.createTempDirectory("envelopes");
        Openssl openssl = new Openssl(folder);
        openssl.signer("rsa", "-newkey", "rsa:2048");
        openssl.signer("ec", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
        byte[] profile = SignedProfileTest.PROFILE;
        List<Arguments> seeds = Stream.of(
                        profile,
                        openssl.sign(profile, "ec"),
                        openssl.sign(profile, "rsa", "-stream", "-md", "sha1"),
                        openssl.sign(profile, "ec", "-noattr", "-nocerts"),
                        openssl.sign(
                                profile, "rsa", "-keyid", "-md", "sha512", "-signer", "ec.pem", "-inkey", "ec.key"),
                        openssl.sign(profile, "rsa", "-keyopt", "rsa_padding_mode:pss"),
                        openssl.sign(openssl.sign(profile, "ec"), "ec"))
                .map(seed -> Arguments.of((Object) seed))
                .toList();
        try (Stream<Path> files = Files.walk(folder)) {
            files.map(Path::toFile).sorted(java.util.Comparator.reverseOrder()).forEach(java.io.File::delete);
        }
        return seeds.stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void whatIsRefusedIsRefusedInOurWordsAndAllOtherIsAProfile(byte[] input) {
        try {
            ReadProfile read = READER.read(input);
            Fingerprint fingerprint = Fingerprint.of(read.profile());
            read.warnings().forEach(warning -> assertThat(warning.message()).doesNotContain("\n"));
            ReadProfile stamped = READER.read(CanonicalXml.write(Stamp.content(read.profile(), PayloadUuids.KEEP)));
            assertThat(Fingerprint.of(stamped.profile())).isEqualTo(fingerprint);
        } catch (PlistException | ProfileException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "bouncycastle", "Exception");
        }
    }
}
