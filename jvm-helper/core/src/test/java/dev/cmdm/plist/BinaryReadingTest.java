// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static dev.cmdm.plist.Plists.dict;
import static dev.cmdm.plist.Plists.read;
import static dev.cmdm.plist.Plists.refusal;
import static dev.cmdm.plist.Plists.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.dd.plist.BinaryPropertyListWriter;
import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDate;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Bool;
import dev.cmdm.plist.PlistValue.Data;
import dev.cmdm.plist.PlistValue.Date;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Int;
import dev.cmdm.plist.PlistValue.Real;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryReadingTest {
    private static PlistValue single(String hex) {
        return read(new BinaryFixture().object(hex).bytes()).root();
    }

    @Test
    void readsWhatDdPlistWrites() throws IOException {
        NSDictionary top = new NSDictionary();
        top.put("z", "é日😀");
        top.put("a", "plain");
        top.put("n", new NSNumber(-7));
        top.put("r", new NSNumber(3600.0));
        top.put("b", new NSNumber(true));
        top.put("d", new NSData(new byte[] {1, 2, 3}));
        top.put("t", new NSDate(java.util.Date.from(Instant.parse("2026-01-31T00:00:00Z"))));
        top.put("l", new NSArray(new NSNumber(1), new NSNumber(1), new NSDictionary()));

        PlistDocument read = read(BinaryPropertyListWriter.writeToArray(top));

        assertThat(read.encoding()).isEqualTo(PlistDocument.Encoding.BINARY);
        assertThat(read.warnings()).isEmpty();
        assertThat(((Dict) read.root()).entries().keySet()).containsExactly("z", "a", "n", "r", "b", "d", "t", "l");
        assertThat(read.root())
                .isEqualTo(dict("z", text("é日😀"))
                        .with("a", text("plain"))
                        .with("n", Int.of(-7))
                        .with("r", new Real(3600))
                        .with("b", new Bool(true))
                        .with("d", Data.of(new byte[] {1, 2, 3}))
                        .with("t", new Date(Instant.parse("2026-01-31T00:00:00Z")))
                        .with("l", new Array(List.of(Int.of(1), Int.of(1), Dict.empty()))));
    }

    @ParameterizedTest
    @CsvSource({
        "10 00, 0",
        "10 FF, 255",
        "11 FFFF, 65535",
        "12 FFFFFFFF, 4294967295",
        "13 0000000000000001, 1",
        "13 FFFFFFFFFFFFFFFF, -1",
        "13 7FFFFFFFFFFFFFFF, 9223372036854775807",
        "13 8000000000000000, -9223372036854775808",
        "14 0000000000000000 FFFFFFFFFFFFFFFF, 18446744073709551615",
        "14 0000000000000000 8000000000000000, 9223372036854775808",
        "14 FFFFFFFFFFFFFFFF 8000000000000000, -9223372036854775808",
        "14 0000000000000000 0000000000000007, 7"
    })
    void readsIntegersOfEverySize(String hex, BigInteger expected) {
        assertThat(single(hex)).isEqualTo(new Int(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "22 3F800000, 1",
        "23 3FF0000000000000, 1",
        "23 3FB999999999999A, 0.1",
        "23 8000000000000000, -0.0",
        "23 7FF0000000000000, Infinity",
        "23 FFF0000000000000, -Infinity",
        "22 7F800000, Infinity"
    })
    void readsRealsOfEverySize(String hex, double expected) {
        assertThat(single(hex)).isEqualTo(new Real(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "33 0000000000000000, 2001-01-01T00:00:00Z",
        "33 BFF0000000000000, 2000-12-31T23:59:59Z",
        "33 C1CD27E440000000, 1970-01-01T00:00:00Z",
        "33 424D62D23C7F8000, 9999-12-31T23:59:59Z",
        "33 C22D63C37F000000, 0001-01-01T00:00:00Z"
    })
    void readsDates(String hex, Instant expected) {
        assertThat(single(hex)).isEqualTo(new Date(expected));
    }

    @Test
    void readsTextAndDataOfEveryKind() {
        assertThat(single("50")).isEqualTo(text(""));
        assertThat(single("53 616263")).isEqualTo(text("abc"));
        assertThat(single("5F 10 03 616263")).isEqualTo(text("abc"));
        assertThat(single("64 00E9 65E5 D83D DE00")).isEqualTo(text("é日😀"));
        assertThat(single("6F 11 0001 00E9")).isEqualTo(text("é"));
        assertThat(single("40")).isEqualTo(Data.of(new byte[0]));
        assertThat(single("42 00FF")).isEqualTo(Data.of(new byte[] {0, -1}));
        assertThat(single("4F 13 0000000000000001 07")).isEqualTo(Data.of(new byte[] {7}));
    }

    @ParameterizedTest
    @CsvSource({"08, false", "09, true"})
    void readsTruth(String hex, boolean expected) {
        assertThat(single(hex)).isEqualTo(new Bool(expected));
    }

    @Test
    void readsObjectsThatStandInManyPlaces() {
        byte[] list = new BinaryFixture().array(1, 1, 2).array(2, 2).ascii("x").bytes();
        Array pair = new Array(List.of(text("x"), text("x")));
        assertThat(read(list).root()).isEqualTo(new Array(List.of(pair, pair, text("x"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "33 3FE0000000000000",
                "33 0000000000000001",
                "33 424D62D23C800000",
                "33 C22D63C37F020000",
                "33 7FF8000000000000",
                "33 7FF0000000000000",
                "33 FFEFFFFFFFFFFFFF",
                "22 7FC00000",
                "23 7FF8000000000000",
                "23 FFF0000000000001",
                "14 0000000000000001 0000000000000000",
                "14 FFFFFFFFFFFFFFFF 7FFFFFFFFFFFFFFF",
                "14 FFFFFFFFFFFFFFFE FFFFFFFFFFFFFFFF"
            })
    void refusesValuesOutOfRange(String hex) {
        refusal(BadValueException.class, new BinaryFixture().object(hex).bytes());
    }

    @Test
    void namesTheKeyPathOfABadValue() {
        byte[] list = new BinaryFixture()
                .dict(1, 2)
                .ascii("a.b")
                .array(3, 4)
                .object("09")
                .object("23 7FF8000000000000")
                .bytes();
        assertThat(refusal(BadValueException.class, list).place()).isEqualTo(new Place("\"a.b\"[1]", 0, 0));
    }

    @Test
    void refusesDuplicateKeysAndNamesTheirPath() {
        byte[] sameObject =
                new BinaryFixture().dict(1, 1, 2, 2).ascii("a").object("09").bytes();
        byte[] sameText = new BinaryFixture()
                .dict(1, 2, 3, 3)
                .ascii("a")
                .object("61 0061")
                .object("09")
                .bytes();
        assertThat(refusal(DuplicateKeyException.class, sameObject).place().keyPath())
                .isEqualTo("a");
        assertThat(refusal(DuplicateKeyException.class, sameText).place().keyPath())
                .isEqualTo("a");
    }
}
