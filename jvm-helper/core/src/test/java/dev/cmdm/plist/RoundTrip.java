// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever was read can be written in each form, and reads back the same. */
public final class RoundTrip {
    private static final PlistReader READER = new PlistReader(PlistLimits.forListing());

    private RoundTrip() {}

    /** Checks a value that was read from XML. */
    public static void ofXml(PlistValue value) {
        assertThat(READER.read(CanonicalXml.write(value)).root()).isEqualTo(value);
        assertThat(READER.read(CompactXml.write(value)).root()).isEqualTo(value);
        assertThat(READER.read(BinaryPlist.write(value)).root()).isEqualTo(value);
    }

    /** Checks a value that was read from a binary list, which can hold characters that XML cannot. */
    public static void ofBinary(PlistValue value) {
        assertThat(READER.read(BinaryPlist.write(value)).root()).isEqualTo(value);
        try {
            ofXml(value);
        } catch (UnwritableException e) {
            assertThat(e).hasMessageContaining("character that XML does not allow");
        }
    }
}
