// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoJsonTest {
    @Test
    void escapesAsGoDoes() {
        var body = GoJson.object().put("a<b>&c", "\"\\\n\r\t\b\u2028ü");
        assertThat(text(GoJson.compact(body)))
                .isEqualTo("{\"a\\u003cb\\u003e\\u0026c\":\"\\\"\\\\\\n\\r\\t\\u0008\\u2028ü\"}");
    }

    @Test
    void indentsAsGoDoes() {
        var body = GoJson.object();
        body.putArray("list").add(1).add(true);
        body.putObject("empty");
        body.putNull("none");
        assertThat(text(GoJson.encoded(body, "  ")))
                .isEqualTo("{\n  \"list\": [\n    1,\n    true\n  ],\n  \"empty\": {},\n  \"none\": null\n}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | EOF",
                "~  ~ | EOF",
                "{ | unexpected EOF",
                "{\"a | unexpected EOF",
                "{nope | invalid character 'n' looking for beginning of object key string",
                "nope | invalid character 'o' in literal null (expecting 'u')",
                "x | invalid character 'x' looking for beginning of value",
                "' | invalid character '\\'' looking for beginning of value",
                "{\"a\" 1} | invalid character '1' after object key",
                "{\"a\":1 \"b\"} | invalid character '\"' after object key:value pair",
                "{\"a\":1,} | invalid character '}' looking for beginning of object key string",
                "[1 2] | invalid character '2' after array element",
                "[1,] | invalid character ']' looking for beginning of value",
                "\"\\q\" | invalid character 'q' in string escape code",
                "\"\\u00g0\" | invalid character 'g' in \\u hexadecimal character escape",
                "-x | invalid character 'x' in numeric literal",
                "1.x | invalid character 'x' after decimal point in numeric literal",
                "1e+x | invalid character 'x' in exponent of numeric literal"
            })
    void complainsInGosWords(String body, String words) {
        assertThatThrownBy(() -> GoJson.decode(body.getBytes(StandardCharsets.UTF_8)))
                .hasMessage(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " [1, -2.5e+3, true, false, null, \"\\u00e9\\n\", {\"a\": [[]]}] ",
                "\"x\"",
                "0",
                "{\"a\":1} trailing"
            })
    void readsTheFirstValueOfABody(String body) throws GoSyntaxException {
        assertThat(GoJson.decode(body.getBytes(StandardCharsets.UTF_8)).isMissingNode())
                .isFalse();
    }

    @Test
    void refusesNestingWithoutEnd() {
        var body = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> GoJson.decode(body)).hasMessage("exceeded max depth");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T17:29:10.331477140Z,2026-11-21T17:29:10.33147714Z",
        "2026-11-21T17:30:18.016Z,2026-11-21T17:30:18.016Z",
        "2026-11-21T17:30:10.500Z,2026-11-21T17:30:10.5Z",
        "2026-11-21T17:30:10Z,2026-11-21T17:30:10Z"
    })
    void writesTimesWithTheDecimalsTheyHave(String time, String written) {
        assertThat(GoTime.text(Instant.parse(time))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"@@@,0", "AB@=,2", "QQ,2", "QUJD=,4"})
    void namesTheByteWhereBase64Ends(String text, int at) {
        assertThatThrownBy(() -> GoBase64.decode(text)).hasMessage("illegal base64 data at input byte " + at);
    }

    @Test
    void ignoresLineBreaksInBase64() throws GoSyntaxException {
        assertThat(GoBase64.decode("QU\r\nJD\n")).asString().isEqualTo("ABC");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
