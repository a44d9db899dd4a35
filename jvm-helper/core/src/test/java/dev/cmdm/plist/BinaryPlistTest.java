// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static dev.cmdm.plist.Plists.dict;
import static dev.cmdm.plist.Plists.read;
import static dev.cmdm.plist.Plists.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.plist.PlistDocument.Encoding;
import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Bool;
import dev.cmdm.plist.PlistValue.Data;
import dev.cmdm.plist.PlistValue.Date;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Int;
import dev.cmdm.plist.PlistValue.Real;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BinaryPlistTest {
    /** What follows the one object of a list: its offset, then the trailer. */
    private static String end(int length) {
        return "08" + "00".repeat(6) + "0101" + "00".repeat(7) + "01" + "00".repeat(8) + "00".repeat(7)
                + String.format("%02x", 8 + length);
    }

    static Stream<Arguments> objects() {
        return Stream.of(
                Arguments.of(new Bool(false), "08"),
                Arguments.of(new Bool(true), "09"),
                Arguments.of(Int.of(0), "1000"),
                Arguments.of(Int.of(255), "10ff"),
                Arguments.of(Int.of(256), "110100"),
                Arguments.of(Int.of(65_535), "11ffff"),
                Arguments.of(Int.of(65_536), "1200010000"),
                Arguments.of(Int.of(4_294_967_295L), "12ffffffff"),
                Arguments.of(Int.of(4_294_967_296L), "130000000100000000"),
                Arguments.of(Int.of(-1), "13ffffffffffffffff"),
                Arguments.of(Int.of(Long.MAX_VALUE), "137fffffffffffffff"),
                Arguments.of(Int.of(Long.MIN_VALUE), "138000000000000000"),
                Arguments.of(new Int(BigInteger.ONE.shiftLeft(63)), "1400000000000000008000000000000000"),
                Arguments.of(
                        new Int(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE)),
                        "140000000000000000ffffffffffffffff"),
                Arguments.of(new Real(0.5), "223f000000"),
                Arguments.of(new Real(-0.0), "2280000000"),
                Arguments.of(new Real(0.1), "233fb999999999999a"),
                Arguments.of(new Real(Double.NEGATIVE_INFINITY), "22ff800000"),
                Arguments.of(new Real(Double.MIN_VALUE), "230000000000000001"),
                Arguments.of(new Date(Instant.parse("2001-01-01T00:00:01Z")), "333ff0000000000000"),
                Arguments.of(Data.of(new byte[] {1, 2}), "420102"),
                Arguments.of(Data.of(new byte[15]), "4f100f" + "00".repeat(15)),
                Arguments.of(text(""), "50"),
                Arguments.of(text("a\0\u007F"), "5361007f"),
                Arguments.of(text("a".repeat(14)), "5e" + "61".repeat(14)),
                Arguments.of(text("a".repeat(15)), "5f100f" + "61".repeat(15)),
                Arguments.of(text("é"), "6100e9"),
                Arguments.of(text("😀"), "62d83dde00"),
                Arguments.of(new Array(List.of()), "a0"),
                Arguments.of(Dict.empty(), "d0"));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void writesEachKindOfValueInTheFewestBytes(PlistValue value, String hex) {
        byte[] bytes = BinaryPlist.write(value);
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("62706c6973743030" + hex + end(hex.length() / 2));
        assertThat(read(bytes)).isEqualTo(new PlistDocument(value, Encoding.BINARY, List.of()));
    }

    @Test
    void writesEqualValuesOnceAndOnlyThose() {
        Dict payload = dict("a", text("a")).with("b", new Array(List.of(Int.of(1), new Real(1), text("1"))));
        Array twice = new Array(List.of(payload, payload, dict("b", Int.of(1)).with("a", new Bool(true))));
        byte[] bytes = BinaryPlist.write(twice);
        assertThat(read(bytes).root()).isEqualTo(twice);
        assertThat(count(bytes))
                .as("two arrays, two dictionaries, a, b, 1, 1.0, \"1\" and true")
                .isEqualTo(10);
    }

    private static int count(byte[] list) {
        return list[list.length - 32 + 15];
    }

    @Test
    void takesLargerReferencesAndOffsetsOnlyWhenNeeded() {
        for (int count : new int[] {1, 254, 255, 256, 300, 65_534, 65_535, 65_536}) {
            List<PlistValue> items = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                items.add(Int.of(i));
            }
            byte[] bytes = BinaryPlist.write(new Array(items));
            int trailer = bytes.length - 32;
            long table = ByteBuffer.wrap(bytes).getLong(trailer + 24);
            assertThat(read(bytes).root()).isEqualTo(new Array(items));
            assertThat(bytes[trailer + 6]).as("%d items", count).isEqualTo(size(table));
            assertThat(bytes[trailer + 7]).as("%d items", count).isEqualTo(size(count));
        }
    }

    private static byte size(long number) {
        return (byte) (number < 256 ? 1 : number < 65_536 ? 2 : 4);
    }

    @Test
    void isReadBackEqual() {
        Random random = new Random(20260202);
        for (int i = 0; i < 3000; i++) {
            PlistValue value = ValueGenerator.value(random, 4);
            byte[] bytes = BinaryPlist.write(value);
            assertThat(read(bytes)).isEqualTo(new PlistDocument(value, Encoding.BINARY, List.of()));
        }
    }

    @Test
    void givesTheSameBytesWhateverTheOrderOfKeys() {
        assertThat(BinaryPlist.write(dict("a", Int.of(1)).with("b", Int.of(2))))
                .isEqualTo(BinaryPlist.write(dict("b", Int.of(2)).with("a", Int.of(1))));
    }

    @Test
    void refusesWhatNoListCanHoldAndNamesItsPath() {
        for (PlistValue bad : List.of(
                text("é\uD83D"),
                text("\uDE00"),
                new Real(Double.NaN),
                new Int(BigInteger.ONE.shiftLeft(64)),
                new Int(BigInteger.valueOf(Long.MIN_VALUE).subtract(BigInteger.ONE)),
                new Date(Instant.ofEpochSecond(0, 1)),
                new Date(Instant.parse("+10000-01-01T00:00:00Z")))) {
            assertThatThrownBy(() -> BinaryPlist.write(dict("a", new Array(List.of(text("ok"), bad)))))
                    .isInstanceOfSatisfying(
                            UnwritableException.class,
                            e -> assertThat(e.place().keyPath()).isEqualTo("a[1]"));
        }
        assertThatThrownBy(() -> BinaryPlist.write(dict("\uD83D", text("ok")))).isInstanceOf(UnwritableException.class);
    }

    @Test
    void refusesNestingThatCouldNotBeReadBack() {
        PlistValue value = new Bool(true);
        for (int level = 0; level < 511; level++) {
            value = new Array(List.of(value));
        }
        assertThat(read(BinaryPlist.write(value)).root()).isEqualTo(value);
        PlistValue deeper = dict("a", value);
        assertThatThrownBy(() -> BinaryPlist.write(deeper))
                .isInstanceOfSatisfying(
                        TooDeepException.class,
                        e -> assertThat(e.place().keyPath()).startsWith("a[0]"));
    }
}
