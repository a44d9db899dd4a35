// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static dev.cmdm.plist.Plists.dict;
import static dev.cmdm.plist.Plists.read;
import static dev.cmdm.plist.Plists.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Bool;
import dev.cmdm.plist.PlistValue.Data;
import dev.cmdm.plist.PlistValue.Date;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Int;
import dev.cmdm.plist.PlistValue.Real;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactXmlTest {
    private static String written(PlistValue value) {
        return new String(CompactXml.write(value), StandardCharsets.UTF_8);
    }

    @Test
    void writesNoByteMoreThanReadersNeed() {
        PlistValue value = dict("b", new Array(List.of(Int.of(-1), new Real(1), new Bool(false), text(""))))
                .with("a", Data.of("any carnal pleas".getBytes(StandardCharsets.UTF_8)))
                .with("é", Dict.empty())
                .with("Z", new Array(List.of()))
                .with("e", Data.of(new byte[0]))
                .with("", new Date(Instant.parse("0007-01-02T03:04:05Z")));
        assertThat(written(value))
                .isEqualTo("<?xml version=\"1.0\"?><plist><dict><key/><date>0007-01-02T03:04:05Z</date>"
                        + "<key>Z</key><array/><key>a</key><data>YW55IGNhcm5hbCBwbGVhcw==</data>"
                        + "<key>b</key><array><integer>-1</integer><real>1.0</real><false/><string/></array>"
                        + "<key>e</key><data/><key>é</key><dict/></dict></plist>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a > b|a > b",
                ">|>",
                "]>|]>",
                "]]>|]]&gt;",
                "]]]]>>|]]]]&gt;>",
                "a & b < c|a &amp; b &lt; c",
                "<a><b/></a>|&lt;a>&lt;b/>&lt;/a>",
                "<a><b/><c/></a>|&lt;a>&lt;b/>&lt;c/>&lt;/a>",
                "<a><b/><c/><d/></a>|<![CDATA[<a><b/><c/><d/></a>]]>",
                "&&&&|<![CDATA[&&&&]]>",
                "&&&]]>&|&amp;&amp;&amp;]]&gt;&amp;",
            })
    void escapesWhatItMustInTheShortestWay(String text, String expected) {
        assertThat(written(text(text)))
                .isEqualTo("<?xml version=\"1.0\"?><plist><string>" + expected + "</string></plist>");
        assertThat(read(written(text(text))).root()).isEqualTo(text(text));
    }

    @Test
    void keepsCarriageReturns() {
        assertThat(read(written(text("<<<<<<\r\n\r"))).root()).isEqualTo(text("<<<<<<\r\n\r"));
    }

    @Test
    void isReadBackEqualWithoutWarningsAndNeverLongerThanTheCanonicalForm() {
        Random random = new Random(20260201);
        for (int i = 0; i < 3000; i++) {
            PlistValue value = ValueGenerator.value(random, 4);
            byte[] bytes = CompactXml.write(value);
            PlistDocument read = read(bytes);
            assertThat(read.root()).isEqualTo(value);
            assertThat(read.warnings()).isEmpty();
            assertThat(bytes).hasSizeLessThan(CanonicalXml.write(value).length);
        }
    }

    @Test
    void givesTheSameBytesWhateverTheOrderOfKeys() {
        assertThat(written(dict("a", Int.of(1)).with("b", Int.of(2))))
                .isEqualTo(written(dict("b", Int.of(2)).with("a", Int.of(1))));
    }

    @Test
    void refusesWhatXmlCannotHoldAlsoInsideASection() {
        for (String bad : List.of("\0", "<<<<<<\0", "\uFFFF", "&&&&&\uD83D")) {
            assertThatThrownBy(() -> CompactXml.write(dict("a", text(bad))))
                    .isInstanceOfSatisfying(
                            UnwritableException.class,
                            e -> assertThat(e.place().keyPath()).isEqualTo("a"));
        }
    }
}
