// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Binary lists that a fuzzer makes up. */
class FuzzBinaryTest {
    private static final PlistReader READER = new PlistReader(new PlistLimits(1 << 16, 10_000, 500));

    static Stream<Arguments> seeds() {
        Random random = new Random(1815);
        return IntStream.range(0, 40)
                .mapToObj(i -> Arguments.of((Object) BinaryPlist.write(ValueGenerator.value(random, 3))));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void whatIsRefusedIsRefusedInOurWordsAndAllOtherCanBeWritten(byte[] input) {
        if (!PlistReader.isBinary(input)) {
            return;
        }
        try {
            PlistDocument document = READER.read(input);
            assertThat(document.warnings()).isEqualTo(List.of());
            RoundTrip.ofBinary(document.root());
        } catch (PlistException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "dd-plist");
        }
    }
}
