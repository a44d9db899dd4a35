// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** XML that a fuzzer makes up, with the JDK's parser as the judge. */
class FuzzXmlTest {
    private static final PlistReader READER = new PlistReader(new PlistLimits(1 << 16, 10_000, 500));

    static Stream<Arguments> seeds() {
        return XmlFuzzTest.seeds().stream().map(seed -> Arguments.of((Object) seed));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void onlyWhatTheJdkReadsAlikeIsAcceptedAndAllOfItCanBeWritten(byte[] input) {
        if (PlistReader.isBinary(input)) {
            return;
        }
        try {
            PlistDocument document = READER.read(input);
            XmlJudge.accepted(input, document);
            RoundTrip.ofXml(document.root());
            Places.in(document, new Bytes(input)).get(KeyPath.TOP.item(0).key("a"));
        } catch (PlistException e) {
            XmlJudge.refused(input, e);
        }
    }
}
