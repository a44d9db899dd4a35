// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static dev.cmdm.plist.Plists.read;
import static dev.cmdm.plist.Plists.refusal;
import static dev.cmdm.plist.Plists.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    private static final PlistValue EXPECTED = text("é日😀");

    /** UTF-16 with its mark. */
    static byte[] utf16(String text, boolean little) {
        Charset charset = little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return ("\uFEFF" + text).getBytes(charset);
    }

    private static String declaring(String encoding, String text) {
        return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n<plist><string>" + text + "</string></plist>";
    }

    @Test
    void readsUtf8() {
        assertThat(read(declaring("UTF-8", "é日😀")).root()).isEqualTo(EXPECTED);
        assertThat(read(declaring("utf-8", "é日😀")).root()).isEqualTo(EXPECTED);
        assertThat(read(declaring("UTF8", "é日😀")).root()).isEqualTo(EXPECTED);
        assertThat(read("<plist><string>é日😀</string></plist>").root()).isEqualTo(EXPECTED);
        assertThat(read("\uFEFF" + declaring("UTF-8", "é日😀")).root()).isEqualTo(EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsUtf16WithItsMark(boolean little) {
        assertThat(read(utf16(declaring("UTF-16", "é日😀"), little)).root()).isEqualTo(EXPECTED);
        assertThat(read(utf16("<plist><string>é日😀</string></plist>", little)).root())
                .isEqualTo(EXPECTED);
        assertThat(Plists.warnings(utf16(declaring("UTF-16", "a") + "\0\0", little)))
                .containsExactly("byte-order-mark", "trailing-nul");
    }

    @Test
    void readsLatin1AndAsciiWhenDeclared() {
        byte[] latin = declaring("ISO-8859-1", "é\u00FF").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(latin).root()).isEqualTo(text("é\u00FF"));
        assertThat(read(declaring("us-ascii", "a&#xE9;")).root()).isEqualTo(text("aé"));
    }

    @Test
    void refusesAnEncodingOtherThanTheOneDeclared() {
        refusal(MalformedXmlException.class, declaring("UTF-8", "é").getBytes(StandardCharsets.ISO_8859_1));
        refusal(MalformedXmlException.class, declaring("US-ASCII", "é"));
        refusal(MalformedXmlException.class, declaring("UTF-16", "a"));
        refusal(MalformedXmlException.class, utf16(declaring("UTF-8", "a"), true));
        refusal(MalformedXmlException.class, utf16(declaring("ISO-8859-1", "a"), false));
        refusal(MalformedXmlException.class, "\uFEFF" + declaring("ISO-8859-1", "a"));
        refusal(MalformedXmlException.class, "\uFEFF" + declaring("UTF-16", "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "macintosh", "Shift_JIS", "UTF-32", "UTF-7", "x", "EBCDIC-CP-US"})
    void refusesEncodingsThatItDoesNotRead(String encoding) {
        refusal(MalformedXmlException.class, declaring(encoding, "a"));
    }

    @Test
    void refusesWideEncodingsWithoutTheirMark() {
        refusal(MalformedXmlException.class, declaring("UTF-16", "a").getBytes(StandardCharsets.UTF_16LE));
        refusal(MalformedXmlException.class, declaring("UTF-16", "a").getBytes(StandardCharsets.UTF_16BE));
        refusal(
                MalformedXmlException.class,
                ("\uFEFF" + declaring("UTF-32", "a")).getBytes(Charset.forName("UTF-32LE")));
        refusal(
                MalformedXmlException.class,
                ("\uFEFF" + declaring("UTF-32", "a")).getBytes(Charset.forName("UTF-32BE")));
    }

    @Test
    void refusesBrokenUtf16() {
        refusal(MalformedXmlException.class, brokenUtf16("<plist><string>a\uD83D</string></plist>"));
        refusal(MalformedXmlException.class, brokenUtf16("<plist><string>\uDE00a</string></plist>"));
        byte[] odd = utf16("<plist><true/></plist>", true);
        refusal(MalformedXmlException.class, java.util.Arrays.copyOf(odd, odd.length - 1));
    }

    /** Each unit as it is; Java's own encoder would repair half a character. */
    private static byte[] brokenUtf16(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (char unit : ("\uFEFF" + text).toCharArray()) {
            bytes.write(unit >> 8);
            bytes.write(unit);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "C0 80",
                "C1 BF",
                "C3",
                "C3 28",
                "E0 80 80",
                "E0 9F BF",
                "ED A0 80",
                "ED BF BF",
                "EF BF BE",
                "EF BF BF",
                "F0 80 80 80",
                "F0 9F 98",
                "F4 90 80 80",
                "F5 80 80 80",
                "FF",
                "E9 74"
            })
    void refusesBytesThatAreNoUtf8(String hex) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("<plist><string>".getBytes(StandardCharsets.UTF_8));
        for (String octet : hex.split(" ", -1)) {
            bytes.write(Integer.parseInt(octet, 16));
        }
        bytes.writeBytes("</string></plist>".getBytes(StandardCharsets.UTF_8));
        refusal(MalformedXmlException.class, bytes.toByteArray());
    }

    @Test
    void refusesAFileWhoseEncodingChangesHalfway() {
        byte[] start = "<plist><array><string>日</string>".getBytes(StandardCharsets.UTF_8);
        byte[] rest = "<string>é</string></array></plist>".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.writeBytes(start);
        mixed.writeBytes(rest);
        assertThat(refusal(MalformedXmlException.class, mixed.toByteArray())
                        .place()
                        .keyPath())
                .isEqualTo("[1]");
    }
}
