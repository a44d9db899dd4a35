// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static dev.cmdm.plist.Plists.document;
import static dev.cmdm.plist.Plists.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotAPropertyListTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t\r\n",
                "\0\0\0\0",
                "hello",
                "{ a = b; }",
                "// !$*UTF8*$!\n{ a = b; }",
                "(a, b)",
                "{\"PayloadType\": \"Configuration\"}",
                "[1, 2]",
                "PayloadType: Configuration\n",
                "-----BEGIN PKCS7-----\nMIIB\n-----END PKCS7-----\n",
                "PK\u0003\u0004rest",
                "bplis",
                "There are no configuration profiles installed for user 'alice'",
                "&amp;lt;?xml",
            })
    void refusesWhatIsNeitherXmlNorBinary(String text) {
        refusal(NotAPropertyListException.class, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Sign in</body></html>",
                "<!DOCTYPE html>\n<html lang=en>",
                "<!doctype html><title>x</title>",
                "<HTML>",
                "\n<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'><html/>",
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>",
            })
    void refusesWebPages(String text) {
        assertThat(refusal(NotAPropertyListException.class, text)).hasMessageContaining("web page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<<<<<<< HEAD\n<plist><true/></plist>\n=======\n<plist><false/></plist>\n>>>>>>> b\n",
                "<plist>\n<<<<<<< HEAD\n<true/>\n=======\n<false/>\n>>>>>>> b\n</plist>",
                "<plist><dict>\n<<<<<<< HEAD\n<key>a</key>",
                "<plist><dict><key>a</key>\n<<<<<<< HEAD\n<true/>",
                "<plist><string>a\n<<<<<<< HEAD\nb</string></plist>",
            })
    void refusesMergeMarkersWhereverTheyStand(String text) {
        assertThat(refusal(NotAPropertyListException.class, text)).hasMessageContaining("merge markers");
    }

    @Test
    void refusesCompressedDataAndSaysSo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(document("<true/>").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(refusal(NotAPropertyListException.class, bytes.toByteArray()))
                .hasMessageContaining("compressed");
    }

    @Test
    void refusesDerAndSaysSo() {
        byte[] pkcs12 = {0x30, (byte) 0x82, 0x04, 0x10, 0x02, 0x01, 0x03};
        assertThat(refusal(NotAPropertyListException.class, pkcs12)).hasMessageContaining("PKCS#12");
    }

    @Test
    void refusesAWholeFileInBase64AndSaysSo() {
        String xml = Base64.getMimeEncoder().encodeToString(document("<true/>").getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(NotAPropertyListException.class, xml)).hasMessageContaining("base64");
    }
}
