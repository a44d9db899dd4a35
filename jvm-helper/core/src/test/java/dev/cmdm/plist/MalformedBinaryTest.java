// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static dev.cmdm.plist.Plists.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedBinaryTest {
    private static final byte[] GOOD =
            new BinaryFixture().dict(1, 2).ascii("key").array(1, 1).bytes();

    @Test
    void takesTheFixtureThatTheOthersBreak() {
        assertThat(Plists.read(GOOD).root()).isInstanceOf(PlistValue.Dict.class);
    }

    @Test
    void refusesEveryTruncation() {
        for (int length = 6; length < GOOD.length; length++) {
            refusal(MalformedBinaryException.class, Arrays.copyOf(GOOD, length));
        }
    }

    @Test
    void refusesBytesBehindTheList() {
        refusal(MalformedBinaryException.class, Arrays.copyOf(GOOD, GOOD.length + 1));
        refusal(MalformedBinaryException.class, Arrays.copyOf(GOOD, GOOD.length + 32));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bplist01", "bplist15", "bplist16", "bplist10", "bplistxy"})
    void refusesOtherVersions(String header) {
        byte[] bytes = GOOD.clone();
        System.arraycopy(header.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 8);
        refusal(MalformedBinaryException.class, bytes);
    }

    /** Offsets into the trailer: 6 size of offsets, 7 size of references, 8 count, 16 top, 24 table. */
    @ParameterizedTest
    @CsvSource({
        "6, 0", "6, 9", "6, 255", "6, 3", "7, 0", "7, 9", "7, 255", "8, 255", "8, 128", "15, 0", "15, 2", "15, 4",
        "12, 255", "16, 255", "23, 3", "23, 255", "24, 255", "24, 128", "31, 0", "31, 8", "30, 255"
    })
    void refusesATrailerThatDoesNotFit(int index, int value) {
        byte[] bytes = GOOD.clone();
        bytes[bytes.length - 32 + index] = (byte) value;
        refusal(MalformedBinaryException.class, bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "01",
                "07",
                "0A",
                "0C",
                "0F",
                "15 00",
                "1F",
                "20 00",
                "21 0000",
                "24",
                "30",
                "32 00000000",
                "3F",
                "70",
                "71 61",
                "80 01",
                "8F",
                "90",
                "A1 0005",
                "B0",
                "B1 0000",
                "C0",
                "C1 0000",
                "D1 0000",
                "E0",
                "F0"
            })
    void refusesObjectsThatProfilesCannotHold(String hex) {
        refusal(MalformedBinaryException.class, new BinaryFixture().object(hex).bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10",
                "11 00",
                "12 0000",
                "13 00",
                "14 0000000000000000",
                "22 0000",
                "23 00",
                "33 00000000",
                "41",
                "4F",
                "4F 10 05 00",
                "4F 09 00",
                "4F 14 00000000000000000000000000000001 00",
                "4F 13 7FFFFFFFFFFFFFFF 00",
                "4F 13 FFFFFFFFFFFFFFFF 00",
                "4F 12 7FFFFFFF",
                "52 61",
                "5F 12 40000000 61",
                "61 00",
                "62 0061",
                "6F 12 40000000 0061",
                "6F 12 7FFFFFFF 0061",
                "A1",
                "A2 0000",
                "AF 12 7FFFFFFF 0000",
                "AF 13 0000000100000000",
                "D1 0001",
                "DF 12 40000000 0000",
                "DF 12 7FFFFFFF 0000"
            })
    void refusesCountsAndSizesBeyondTheEnd(String hex) {
        refusal(MalformedBinaryException.class, new BinaryFixture().object(hex).bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"51 80", "52 61FF", "61 D83D", "61 DE00", "62 DE00D83D", "62 D83D0061", "63 D83DD83DDE00"})
    void refusesTextInAnotherEncoding(String hex) {
        refusal(MalformedBinaryException.class, new BinaryFixture().object(hex).bytes());
        refusal(
                MalformedBinaryException.class,
                new BinaryFixture().dict(1, 2).object(hex).object("09").bytes());
    }

    @Test
    void refusesKeysThatAreNoText() {
        refusal(
                MalformedBinaryException.class,
                new BinaryFixture().dict(1, 1).object("10 01").bytes());
        refusal(
                MalformedBinaryException.class,
                new BinaryFixture().dict(1, 1).object("42 6161").bytes());
    }

    @Test
    void refusesReferencesToNothing() {
        assertThat(refusal(
                                MalformedBinaryException.class,
                                new BinaryFixture()
                                        .dict(1, 2)
                                        .ascii("a")
                                        .array(1, 9)
                                        .bytes())
                        .place()
                        .keyPath())
                .isEqualTo("a[1]");
        refusal(MalformedBinaryException.class, new BinaryFixture().dict(7, 0).bytes());
    }

    @Test
    void refusesObjectsOutsideTheList() {
        for (int offset : new int[] {0, 7, GOOD.length - 32, GOOD.length, Integer.MAX_VALUE, -1}) {
            byte[] bytes = GOOD.clone();
            ByteBuffer.wrap(bytes).putInt(bytes.length - 32 - 12, offset);
            refusal(MalformedBinaryException.class, bytes);
        }
    }

    @Test
    void refusesCycles() {
        refusal(MalformedBinaryException.class, new BinaryFixture().array(0).bytes());
        refusal(
                MalformedBinaryException.class,
                new BinaryFixture().dict(1, 2).ascii("a").array(3).array(2).bytes());
        assertThat(refusal(
                                MalformedBinaryException.class,
                                new BinaryFixture().dict(1, 0).ascii("a").bytes())
                        .place()
                        .keyPath())
                .isEqualTo("a");
    }

    @Test
    void refusesSharedObjectsThatExplode() {
        BinaryFixture bomb = new BinaryFixture();
        for (int level = 0; level < 40; level++) {
            bomb.array(level + 1, level + 1);
        }
        refusal(MalformedBinaryException.class, bomb.object("09").bytes());
    }

    @Test
    void refusesSharedTextThatExplodes() {
        int[] references = IntStream.range(0, 1000).map(i -> 1).toArray();
        byte[] bomb =
                new BinaryFixture().array(references).ascii("x".repeat(100_000)).bytes();
        refusal(MalformedBinaryException.class, bomb);
    }

    @Test
    void refusesEmptyDictionariesWithoutNumberThatExplode() {
        BinaryFixture bomb = new BinaryFixture();
        int[] wide = IntStream.range(0, 2000).map(i -> 1).toArray();
        int[] wider = IntStream.range(0, 2000).map(i -> 2).toArray();
        refusal(
                MalformedBinaryException.class,
                bomb.array(wide).array(wider).object("D0").bytes());
    }
}
