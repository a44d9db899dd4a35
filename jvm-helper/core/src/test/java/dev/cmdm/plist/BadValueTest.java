// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static dev.cmdm.plist.Plists.document;
import static dev.cmdm.plist.Plists.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadValueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "18446744073709551616",
                "-9223372036854775809",
                "0x10000000000000000",
                "-0x8000000000000001",
                "99999999999999999999999999999999999999",
                "-18446744073709551615",
                "",
                " ",
                "-",
                "0x",
                "1.0",
                "1e3",
                "1 2",
                "one",
                "{{placeholder}}",
                "$X",
                "--1",
                "0b1",
                "１",
            })
    void refusesIntegersThatAreNone(String written) {
        refusal(BadValueException.class, document("<integer>" + written + "</integer>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nan",
                "NaN",
                "-nan",
                "+NAN",
                "",
                ".",
                "-",
                "e5",
                "1e",
                "1e+",
                "0x1p3",
                "1d",
                "1.0f",
                "1,5",
                "1e999",
                "infinite",
                "1 2",
                "$X"
            })
    void refusesRealsThatAreNone(String written) {
        refusal(BadValueException.class, document("<real>" + written + "</real>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T00:00:00Z",
                "2025-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-01-32T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T00:60:00Z",
                "2016-12-31T23:59:60Z",
                "0000-01-01T00:00:00Z",
                "10000-01-01T00:00:00Z",
                "-001-01-01T00:00:00Z",
                "2026-01-31T00:00:00",
                "2026-01-31T00:00:00z",
                "2026-01-31T00:00:00.5Z",
                "2026-01-31T00:00:00+00:00",
                "2026-01-31 00:00:00 +0000",
                "2026-01-31",
                " 2026-01-31T00:00:00Z",
                "2026-01-31T00:00:00Z\n",
                "２026-01-31T00:00:00Z",
                "",
            })
    void refusesDatesThatDoNotExistOrHaveAnotherForm(String written) {
        refusal(BadValueException.class, document("<date>" + written + "</date>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "AA",
                "AAA",
                "AA=",
                "AAAA=",
                "AAAAA===",
                "A===",
                "=",
                "====",
                "AA==AA==",
                "AA==A",
                "A*AA",
                "$VAR",
                "AA-_",
                "é===",
                "AA= =A"
            })
    void refusesBase64ThatIsNone(String written) {
        refusal(BadValueException.class, document("<data>" + written + "</data>"));
    }

    @Test
    void refusesEmptyNumbersAndDates() {
        refusal(BadValueException.class, document("<integer/>"));
        refusal(BadValueException.class, document("<real/>"));
        refusal(BadValueException.class, document("<date/>"));
    }

    @Test
    void namesTheKeyPathOfTheValue() {
        String text =
                document("<dict><key>A</key><array><dict><key>b.c</key><integer>{{x}}</integer></dict></array></dict>");
        assertThat(refusal(BadValueException.class, text).place().keyPath()).isEqualTo("A[0].\"b.c\"");
    }

    @Test
    void refusesADuplicateKeyAndNamesItsPath() {
        String text = document(
                "<dict><key>A</key><dict><key>b</key><true/><key>c</key><true/><key>b</key><true/></dict></dict>");
        assertThat(refusal(DuplicateKeyException.class, text).place().keyPath()).isEqualTo("A.b");
        refusal(DuplicateKeyException.class, document("<dict><key>é</key><true/><key>&#xE9;</key><true/></dict>"));
        refusal(DuplicateKeyException.class, document("<dict><key/><true/><key></key><true/></dict>"));
    }

    @Test
    void takesOneKeyInTwoDictionariesAndKeysThatDifferInCaseOrForm() {
        PlistValue yes = new PlistValue.Bool(true);
        PlistValue no = new PlistValue.Bool(false);
        assertThat(Plists.value("<array><dict><key>a</key><true/></dict><dict><key>a</key><false/></dict></array>"))
                .isEqualTo(new PlistValue.Array(List.of(Plists.dict("a", yes), Plists.dict("a", no))));
        assertThat(Plists.value("<dict><key>a</key><true/><key>A</key><false/></dict>"))
                .isEqualTo(Plists.dict("a", yes).with("A", no));
        assertThat(Plists.value("<dict><key>é</key><true/><key>e\u0301</key><false/></dict>"))
                .isEqualTo(Plists.dict("é", yes).with("e\u0301", no));
    }
}
