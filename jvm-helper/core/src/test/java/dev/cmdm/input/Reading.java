// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Errors;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.profile.ReadProfile;
import dev.cmdm.sign.CmsOpener;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.provider.Arguments;

/** What becomes of a file, from its bytes to the word that users see. */
final class Reading {
    /** Stands in inputs where a secret would; must never come out again. */
    static final String CANARY = "hunter2";

    private static final ProfileReader READER = new ProfileReader(new CmsOpener(Clock.systemUTC(), List::of));
    private static final int DATA = 65;

    private Reading() {}

    static ReadProfile read(byte[] bytes) {
        return READER.read(bytes);
    }

    /** What a refused file gets. */
    static ErrorInfo refusal(byte[] bytes) {
        RuntimeException thrown = catchThrowableOfType(RuntimeException.class, () -> read(bytes));
        assertThat(thrown).as("refused").isNotNull();
        ErrorInfo error = Errors.of(thrown);
        assertThat(error.exit()).isEqualTo(DATA);
        assertThat(error.message()).isNotBlank().doesNotContain("\n", "\r", CANARY, "Exception");
        assertThat(error.where()).doesNotContain("\n", "\r", CANARY);
        return error;
    }

    /** A row whose input is text in UTF-8. */
    static Arguments row(String word, String input, String text) {
        return row(word, input, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A row: the word, what the input is, the input. */
    static Arguments row(String word, String input, byte[] bytes) {
        return Arguments.of(word, input, (Supplier<byte[]>) () -> bytes);
    }

    /** A whole profile as XML; what is given goes between its keys. */
    static String profile(String entries) {
        return xml("""
                <key>PayloadIdentifier</key><string>com.example.profile</string>
                <key>PayloadType</key><string>Configuration</string>
                <key>PayloadUUID</key><string>11111111-1111-4111-8111-111111111111</string>
                <key>PayloadVersion</key><integer>1</integer>
                <key>PayloadScope</key><string>System</string>
                """ + entries);
    }

    /** A profile of one payload without oddities, in which one more key holds a value. */
    static String setting(String value) {
        return profile(payloads("<key>Setting</key>" + value));
    }

    /** PayloadContent with one payload, its other keys given. */
    static String payloads(String entries) {
        return "<key>PayloadContent</key><array><dict>" + """
                <key>PayloadIdentifier</key><string>com.example.profile.a</string>
                <key>PayloadType</key><string>com.example.a</string>
                <key>PayloadUUID</key><string>22222222-2222-4222-8222-222222222222</string>
                <key>PayloadVersion</key><integer>1</integer>
                """ + entries + "</dict></array>";
    }

    /** A document whose top is a dictionary with these entries. */
    static String xml(String entries) {
        return document("<dict>\n" + entries + "</dict>");
    }

    /** A document around a value. */
    static String document(String value) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                """ + value + "\n</plist>\n";
    }
}
