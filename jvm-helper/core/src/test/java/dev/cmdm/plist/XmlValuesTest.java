// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static dev.cmdm.plist.Plists.dict;
import static dev.cmdm.plist.Plists.read;
import static dev.cmdm.plist.Plists.text;
import static dev.cmdm.plist.Plists.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Bool;
import dev.cmdm.plist.PlistValue.Data;
import dev.cmdm.plist.PlistValue.Date;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Int;
import dev.cmdm.plist.PlistValue.Real;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlValuesTest {
    @Test
    void readsEachKindOfValue() {
        assertThat(value("<string>a b</string>")).isEqualTo(text("a b"));
        assertThat(value("<true/>")).isEqualTo(new Bool(true));
        assertThat(value("<false></false>")).isEqualTo(new Bool(false));
        assertThat(value("<data>\n\tAAEC\n\tAw==\n\t</data>")).isEqualTo(Data.of(new byte[] {0, 1, 2, 3}));
        assertThat(value("<array><true/><array/></array>"))
                .isEqualTo(new Array(List.of(new Bool(true), new Array(List.of()))));
        assertThat(value("<dict><key>a</key><dict/></dict>")).isEqualTo(dict("a", Dict.empty()));
    }

    @Test
    void readsEmptyElements() {
        assertThat(value("<string/>")).isEqualTo(text(""));
        assertThat(value("<data/>")).isEqualTo(Data.of(new byte[0]));
        assertThat(value("<array></array>")).isEqualTo(new Array(List.of()));
        assertThat(value("<dict> </dict>")).isEqualTo(Dict.empty());
        assertThat(value("<dict><key/><true/></dict>")).isEqualTo(dict("", new Bool(true)));
    }

    @Test
    void keepsTheOrderInWhichKeysAreWritten() {
        Dict read = (Dict) value("<dict><key>z</key><true/><key>a</key><true/><key>m</key><true/></dict>");
        assertThat(read.entries().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void resolvesReferencesAndSections() {
        assertThat(value("<string>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#x1F600;</string>"))
                .isEqualTo(text("<>&\"'AB😀"));
        assertThat(value("<string>a<![CDATA[<b>&amp;]]]]><![CDATA[>]]>c</string>"))
                .isEqualTo(text("a<b>&amp;]]>c"));
        assertThat(value("<dict><key>a&amp;b</key><true/></dict>")).isEqualTo(dict("a&b", new Bool(true)));
        assertThat(value("<string>&#13;&#10;</string>")).isEqualTo(text("\r\n"));
    }

    @Test
    void keepsTextAsItIs() {
        assertThat(value("<string>  é\u0301 日本 😀 ]] ${x} {{y}} %Z%\n\t</string>"))
                .isEqualTo(text("  é\u0301 日本 😀 ]] ${x} {{y}} %Z%\n\t"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "007, 7",
        "+5, 5",
        "' 42', 42",
        "'- 8', -8",
        "0x2A, 42",
        "-0Xff, -255",
        "0x0, 0",
        "9223372036854775807, 9223372036854775807",
        "9223372036854775808, 9223372036854775808",
        "18446744073709551615, 18446744073709551615",
        "0xffffffffffffffff, 18446744073709551615",
        "-9223372036854775808, -9223372036854775808",
        "-0x8000000000000000, -9223372036854775808"
    })
    void readsIntegersAsCoreFoundationDoes(String written, BigInteger expected) {
        assertThat(value("<integer>" + written + "</integer>")).isEqualTo(new Int(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "3600, 3600",
        "3600.0, 3600",
        "0.1, 0.1",
        "-0.0, -0.0",
        ".5, 0.5",
        "5., 5",
        "1e3, 1000",
        "-1.5E-3, -0.0015",
        "' 7', 7",
        "+2, 2",
        "inf, Infinity",
        "-Infinity, -Infinity",
        "+INF, Infinity",
        "1e-999, 0",
        "0.1000000000000000055511151231257827021181583404541015625, 0.1"
    })
    void readsRealsAsReals(String written, double expected) {
        assertThat(value("<real>" + written + "</real>")).isEqualTo(new Real(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T00:00:00Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "2024-02-29T12:34:56Z",
        "2000-02-29T00:00:00Z",
        "1969-12-31T23:59:59Z"
    })
    void readsDates(String written) {
        assertThat(value("<date>" + written + "</date>")).isEqualTo(new Date(Instant.parse(written)));
    }

    @Test
    void tellsNumbersTextAndTruthApart() {
        assertThat(List.of(
                        value("<integer>1</integer>"),
                        value("<real>1</real>"),
                        value("<string>1</string>"),
                        value("<true/>")))
                .doesNotHaveDuplicates();
    }

    @Test
    void readsWithoutDeclarationAndType() {
        assertThat(read("<plist><true/></plist>").root()).isEqualTo(new Bool(true));
        assertThat(read("<plist version='1.0' ><true /></plist >").warnings()).isEmpty();
        assertThat(read("<?xml version='1.0' standalone='no' ?><plist><true/></plist>")
                        .warnings())
                .isEmpty();
    }

    @Test
    void saysThatItWasXml() {
        assertThat(read("<plist><true/></plist>").encoding()).isEqualTo(PlistDocument.Encoding.XML);
    }
}
