// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoPlistTest {
    private static final String LIST = "<plist version=\"1.0\"><dict><key>a</key><string>b</string></dict></plist>";

    @Test
    void readsXmlWithoutDeclarationAndAfterAnEmptyLine() throws GoSyntaxException {
        assertThat(GoPlist.xml(bytes(LIST)).allKeys()).containsExactly("a");
        assertThat(GoPlist.any(bytes("\n<?xml version=\"1.0\"?>" + LIST)).allKeys())
                .containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | EOF",
                "hello | plist: unexpected non-empty xml.CharData",
                "<plist><array/></plist> | plist: root element is not a dict",
                "<plist><dict> | XML syntax error on line 1: unexpected EOF"
            })
    void complainsInTheWordsOfTheServersReader(String body, String words) {
        assertThatThrownBy(() -> GoPlist.any(bytes(body))).hasMessage(words);
    }

    @Test
    void saysInWhichLineTextIsNoText() {
        var body = "<plist>\n<dict>\n\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> GoPlist.xml(body)).hasMessage("XML syntax error on line 3: invalid UTF-8");
    }

    @Test
    void refusesABinaryListThatIsNone() {
        assertThatThrownBy(() -> GoPlist.any(bytes("bplist00"))).isInstanceOf(GoSyntaxException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
