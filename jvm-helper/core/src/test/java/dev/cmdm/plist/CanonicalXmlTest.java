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
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalXmlTest {
    private static String written(PlistValue value) {
        return new String(CanonicalXml.write(value), StandardCharsets.UTF_8);
    }

    @Test
    void writesTheOneForm() {
        PlistValue value = dict(
                        "b", new Array(List.of(Int.of(-1), new Real(1), text("a<b>&\"c'\r\n"), new Bool(false))))
                .with("a", Data.of("any carnal pleas".repeat(8).getBytes(StandardCharsets.UTF_8)))
                .with("é", Dict.empty())
                .with("Z", new Array(List.of()))
                .with("e", Data.of(new byte[0]))
                .with("d", new Date(Instant.parse("0007-01-02T03:04:05Z")));
        assertThat(written(value)).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                        <plist version="1.0">
                        <dict>
                        \t<key>Z</key>
                        \t<array/>
                        \t<key>a</key>
                        \t<data>YW55IGNhcm5hbCBwbGVhc2FueSBjYXJuYWwgcGxlYXNhbnkgY2FybmFsIHBsZWFzYW55IGNhcm5hbCBwbGVhc2FueSBjYXJuYWwgcGxlYXNhbnkgY2FybmFsIHBsZWFzYW55IGNhcm5hbCBwbGVhc2FueSBjYXJuYWwgcGxlYXM=</data>
                        \t<key>b</key>
                        \t<array>
                        \t\t<integer>-1</integer>
                        \t\t<real>1.0</real>
                        \t\t<string>a&lt;b&gt;&amp;"c'&#13;
                        </string>
                        \t\t<false/>
                        \t</array>
                        \t<key>d</key>
                        \t<date>0007-01-02T03:04:05Z</date>
                        \t<key>e</key>
                        \t<data></data>
                        \t<key>é</key>
                        \t<dict/>
                        </dict>
                        </plist>
                        """);
    }

    @Test
    void givesTheSameBytesWhateverTheOrderOfKeys() {
        PlistValue one = dict("a", Int.of(1)).with("😀", Int.of(2)).with("\uFFFD", Int.of(3));
        PlistValue other = dict("\uFFFD", Int.of(3)).with("😀", Int.of(2)).with("a", Int.of(1));
        assertThat(written(one)).isEqualTo(written(other));
        assertThat(written(one).indexOf("\uFFFD")).isLessThan(written(one).indexOf("😀"));
    }

    @Test
    void isReadBackEqualAndWithoutWarnings() {
        Random random = new Random(20260131);
        for (int i = 0; i < 3000; i++) {
            PlistValue value = ValueGenerator.value(random, 4);
            byte[] bytes = CanonicalXml.write(value);
            PlistDocument read = read(bytes);
            assertThat(read.root()).isEqualTo(value);
            assertThat(read.warnings()).isEmpty();
            assertThat(CanonicalXml.write(read.root())).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\u0001", "\u000B", "\u001F", "\uFFFE", "\uFFFF", "\uD83D", "\uDE00", "a\uD83Db"})
    void refusesCharactersThatXmlCannotHoldAndNamesTheirPath(String bad) {
        assertThatThrownBy(() -> CanonicalXml.write(dict("a", new Array(List.of(text("ok"), text(bad))))))
                .isInstanceOfSatisfying(
                        UnwritableException.class,
                        e -> assertThat(e.place().keyPath()).isEqualTo("a[1]"));
        assertThatThrownBy(() -> CanonicalXml.write(dict(bad, text("ok")))).isInstanceOf(UnwritableException.class);
    }

    @Test
    void refusesValuesThatNoPropertyListHolds() {
        for (PlistValue bad : List.of(
                new Real(Double.NaN),
                new Int(BigInteger.ONE.shiftLeft(64)),
                new Int(BigInteger.valueOf(Long.MIN_VALUE).subtract(BigInteger.ONE)),
                new Date(Instant.ofEpochSecond(0, 1)),
                new Date(Instant.parse("0000-12-31T23:59:59Z")),
                new Date(Instant.parse("+10000-01-01T00:00:00Z")))) {
            assertThatThrownBy(() -> CanonicalXml.write(dict("k", bad)))
                    .isInstanceOfSatisfying(
                            UnwritableException.class,
                            e -> assertThat(e.place().keyPath()).isEqualTo("k"));
        }
    }

    @Test
    void refusesNestingThatCouldNotBeReadBack() {
        PlistValue value = new Bool(true);
        for (int level = 0; level < 512; level++) {
            value = new Array(List.of(value));
        }
        assertThat(read(CanonicalXml.write(value)).root()).isEqualTo(value);
        PlistValue deeper = dict("a", value);
        assertThatThrownBy(() -> CanonicalXml.write(deeper)).isInstanceOf(TooDeepException.class);
    }
}
