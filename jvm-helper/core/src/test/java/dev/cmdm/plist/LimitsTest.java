// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static dev.cmdm.plist.Plists.document;
import static dev.cmdm.plist.Plists.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static String nested(int levels) {
        return document("<array>".repeat(levels) + "</array>".repeat(levels));
    }

    private static int levels(PlistValue value) {
        int levels = 0;
        for (List<PlistValue> inside = List.of(value); !inside.isEmpty(); levels++) {
            inside = ((PlistValue.Array) inside.get(0)).items();
        }
        return levels;
    }

    private static byte[] nestedBinary(int levels, String innermost) {
        BinaryFixture list = new BinaryFixture();
        for (int level = 0; level < levels; level++) {
            list.array(level + 1);
        }
        return list.object(innermost).bytes();
    }

    @Test
    void takesNestingUpToTheLimitAndNoDeeper() {
        assertThat(levels(Plists.read(nested(512)).root())).isEqualTo(512);
        TooDeepException error = refusal(TooDeepException.class, nested(513));
        assertThat(error.limit()).isEqualTo(512);
        assertThat(error.place().keyPath()).isEqualTo("[0]".repeat(512));
        refusal(TooDeepException.class, "<plist>" + "<dict><key>a</key>".repeat(100_000));
    }

    @Test
    void takesABinaryListAsDeepAsDdPlistDoes() {
        assertThat(Plists.read(nestedBinary(511, "A0")).root())
                .isEqualTo(Plists.read(nested(512)).root());
        refusal(TooDeepException.class, nestedBinary(512, "A0"));
        refusal(TooDeepException.class, nestedBinary(512, "09"));
        refusal(TooDeepException.class, nestedBinary(30_000, "09"));
    }

    @Test
    void refusesMoreBytesThanAllowedBeforeLookingAtThem() {
        TooLargeException error = refusal(TooLargeException.class, new byte[8 * 1024 * 1024 + 1]);
        assertThat(error.limit()).isEqualTo(8 * 1024 * 1024);
        byte[] text = document("<true/>").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new PlistReader(new PlistLimits(text.length - 1, 10, 10)).read(text))
                .isInstanceOf(TooLargeException.class);
        assertThat(new PlistReader(new PlistLimits(text.length, 10, 10))
                        .read(text)
                        .root())
                .isEqualTo(new PlistValue.Bool(true));
    }

    @Test
    void refusesMoreValuesThanAllowed() {
        PlistReader reader = new PlistReader(new PlistLimits(10_000, 4, 10));
        assertThat(reader.read("<plist><array><true/><true/><true/></array></plist>".getBytes(StandardCharsets.UTF_8))
                        .root())
                .isEqualTo(new PlistValue.Array(Collections.nCopies(3, new PlistValue.Bool(true))));
        assertThatThrownBy(() -> reader.read(
                        "<plist><array><true/><true/><true/><true/></array></plist>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        TooLargeException.class,
                        e -> assertThat(e.place().keyPath()).isEqualTo("[3]"));
        refusal(TooLargeException.class, document("<array>" + "<true/>".repeat(1_000_001) + "</array>"));
    }

    @Test
    void refusesMoreBinaryValuesThanAllowed() {
        int[] references = IntStream.range(0, 4).map(i -> 1).toArray();
        byte[] list = new BinaryFixture().array(references).object("09").bytes();
        assertThat(new PlistReader(new PlistLimits(10_000, 5, 10)).read(list).root())
                .isEqualTo(new PlistValue.Array(Collections.nCopies(4, new PlistValue.Bool(true))));
        assertThatThrownBy(() -> new PlistReader(new PlistLimits(10_000, 4, 10)).read(list))
                .isInstanceOf(TooLargeException.class);
    }

    @Test
    void takesMoreForAListing() {
        int size = 9 * 1024 * 1024;
        byte[] text = document("<string>" + "x".repeat(size) + "</string>").getBytes(StandardCharsets.UTF_8);
        refusal(TooLargeException.class, text);
        assertThat(new PlistReader(PlistLimits.forListing()).read(text).root())
                .isInstanceOfSatisfying(
                        PlistValue.Text.class, read -> assertThat(read.value()).hasSize(size));
    }
}
