// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.input;

import static dev.cmdm.input.Reading.CANARY;
import static dev.cmdm.input.Reading.document;
import static dev.cmdm.input.Reading.profile;
import static dev.cmdm.input.Reading.row;
import static dev.cmdm.input.Reading.setting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are too much or something else. */
class UnusableInputTest {
    private static final int CAP = 8 * 1024 * 1024;

    static Stream<Arguments> rows() {
        return Stream.of(
                row("too-large", "zero bytes, one more than the cap", new byte[CAP + 1]),
                row("too-large", "a profile, one byte more than the cap", padded(CAP + 1)),
                row("too-large", "a binary list over the cap", "bplist00" + "x".repeat(CAP)),
                row("too-large", "an envelope over the cap", envelopeOf(CAP + 1)),
                row("too-large", "1,000,001 values", document("<array>" + "<true/>".repeat(1_000_000) + "</array>")),
                row(
                        "too-large",
                        "1,000,001 dictionaries",
                        setting("<array>" + "<dict/>".repeat(1_000_000) + "</array>")),
                row("not-a-profile", "an empty file", ""),
                row("not-a-profile", "white space", " \n\t\r\n"),
                row("not-a-profile", "zero bytes", "\0\0\0\0"),
                row("not-a-profile", "prose", "There are no configuration profiles installed\n"),
                row("not-a-profile", "OpenStep text", "{ PayloadIdentifier = \"" + CANARY + "\"; }"),
                row("not-a-profile", "OpenStep text with its mark", "// !$*UTF8*$!\n{ a = b; }"),
                row("not-a-profile", "JSON", "{\"PayloadIdentifier\": \"" + CANARY + "\"}"),
                row("not-a-profile", "YAML", "PayloadIdentifier: " + CANARY + "\n"),
                row("not-a-profile", "a web page", "<!DOCTYPE html><html><body>Sign in</body></html>"),
                row(
                        "not-a-profile",
                        "an XHTML page",
                        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>"),
                row("not-a-profile", "merge markers around", "<<<<<<< HEAD\n" + profile("") + "=======\n>>>>>>> b\n"),
                row(
                        "not-a-profile",
                        "merge markers inside",
                        setting("\n<<<<<<< HEAD\n<true/>\n=======\n<false/>\n>>>>>>> b\n")),
                row("not-a-profile", "PKCS#12", HexFormat.of().parseHex("308209c002010330820986")),
                row("not-a-profile", "a certificate", HexFormat.of().parseHex("308203e7308202cfa003020102")),
                row("not-a-profile", "PEM", "-----BEGIN PKCS7-----\nMIIB\n-----END PKCS7-----\n"),
                row("not-a-profile", "gzip", gzip(profile(""))),
                row("not-a-profile", "a zip archive", "PK\u0003\u0004rest"),
                row("not-a-profile", "a whole file in base64", base64(profile(""))),
                row(
                        "not-a-profile",
                        "an array at the top",
                        document("<array>" + CANARY.replaceAll(".", "<true/>") + "</array>")),
                row("not-a-profile", "text at the top", document("<string>" + CANARY + "</string>")),
                row("not-a-profile", "an empty array", document("<array/>")),
                row("not-a-profile", "a boolean", document("<true/>")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void isRefused(String word, String input, Supplier<byte[]> bytes) {
        assertThat(Reading.refusal(bytes.get()).errorClass()).isEqualTo(word);
    }

    private static byte[] padded(int size) {
        String text = setting("<string>x</string>");
        return text.replace("<string>x</string>", "<string>" + "x".repeat(size - text.length() + 1) + "</string>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] envelopeOf(int size) {
        byte[] bytes = new byte[size];
        byte[] start = HexFormat.of().parseHex("308006092a864886f70d010702a080");
        System.arraycopy(start, 0, bytes, 0, start.length);
        return bytes;
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
