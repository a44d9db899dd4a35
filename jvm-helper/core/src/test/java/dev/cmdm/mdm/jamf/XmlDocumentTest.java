// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.plist.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlDocumentTest {
    @Test
    void readsElementsAndWhatTheySayAndLeavesOutTheSpaceBetweenThem() {
        XmlElement read = XmlDocument.find(
                        bytes("<?xml version=\"1.0\"?><a>\n  <b>1 &amp; &lt;2&gt;</b><c><![CDATA[<x>]]></c><d/>\n</a>"))
                .orElseThrow();
        assertThat(read)
                .isEqualTo(XmlElement.of(
                        "a", XmlElement.of("b", "1 & <2>"), XmlElement.of("c", "<x>"), XmlElement.of("d", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "<a>",
                "<a/><b/>",
                "<a/>trailing",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
                "<a>&x;</a>"
            })
    void isNothingWhenItIsNoDocumentOrBringsATypeOrAnEntity(String text) {
        assertThat(XmlDocument.find(bytes(text))).isEmpty();
    }

    @Test
    void isNothingWhenItIsDeeperThanAnythingTheApiSays() {
        assertThat(XmlDocument.find(bytes("<a>".repeat(32) + "</a>".repeat(32))))
                .isPresent();
        assertThat(XmlDocument.find(bytes("<a>".repeat(33) + "</a>".repeat(33))))
                .isEmpty();
        assertThat(XmlDocument.find(bytes("<a>".repeat(100_000)))).isEmpty();
    }

    @Test
    void readsBackWhateverProfileItWrote() {
        String profile = "<plist>\n\t<string>a &amp; b &lt; c \r\n ü 😀 ]]></string>\n</plist>\n".repeat(40_000);
        XmlElement written = XmlElement.of("a", XmlElement.of("payloads", profile), XmlElement.of("b", ""));
        assertThat(XmlDocument.find(new Bytes(XmlDocument.write(written)))).contains(written);
    }

    @Test
    void printsNamesOnly() {
        assertThat(XmlElement.of("payloads", "canary").toString()).isEqualTo("<payloads>");
    }

    private static Bytes bytes(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
