// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.input;

import static dev.cmdm.input.Reading.CANARY;
import static dev.cmdm.input.Reading.document;
import static dev.cmdm.input.Reading.payloads;
import static dev.cmdm.input.Reading.profile;
import static dev.cmdm.input.Reading.row;
import static dev.cmdm.input.Reading.setting;
import static dev.cmdm.input.Reading.xml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.answer.ErrorInfo;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Property lists that hold what no profile may hold; the error says on which line. */
class BadContentInputTest {
    private static final String WHOLE = profile("");

    static Stream<Arguments> values() {
        return Stream.of(
                row("bad-value", "2^64", setting("<integer>18446744073709551616</integer>")),
                row("bad-value", "less than -2^63", setting("<integer>-9223372036854775809</integer>")),
                row("bad-value", "a placeholder for a number", setting("<integer>{{" + CANARY + "}}</integer>")),
                row("bad-value", "a fraction in an integer", setting("<integer>1.0</integer>")),
                row("bad-value", "an empty integer", setting("<integer></integer>")),
                row("bad-value", "not a number", setting("<real>nan</real>")),
                row("bad-value", "a decimal comma", setting("<real>1,5</real>")),
                row("bad-value", "30 February", setting("<date>2026-02-30T00:00:00Z</date>")),
                row("bad-value", "29 February of a common year", setting("<date>2025-02-29T00:00:00Z</date>")),
                row("bad-value", "a date without a time", setting("<date>2026-01-31</date>")),
                row("bad-value", "a date with an offset", setting("<date>2026-01-31T00:00:00+01:00</date>")),
                row("bad-value", "a fraction of a second", setting("<date>2026-01-31T00:00:00.5Z</date>")),
                row("bad-value", "a leap second", setting("<date>2016-12-31T23:59:60Z</date>")),
                row("bad-value", "base64 cut off", setting("<data>AAECA</data>")),
                row("bad-value", "base64 with a variable", setting("<data>AAEC$" + CANARY + "</data>")),
                row("bad-value", "base64 without padding", setting("<data>AA</data>")),
                row("bad-value", "base64 for URLs", setting("<data>__--</data>")),
                row("duplicate-key", "at the top", profile("<key>PayloadVersion</key><integer>1</integer>")),
                row("duplicate-key", "in a payload", setting("<true/><key>Setting</key><true/>")),
                row(
                        "duplicate-key",
                        "far within",
                        setting("<array><dict><key>a</key><true/><key>a</key><true/></dict></array>")),
                row(
                        "duplicate-key",
                        "written in two ways",
                        setting("<dict><key>a&amp;</key><true/><key>a&#38;</key><true/></dict>")),
                row("too-deep", "513 arrays", document("<array>".repeat(513) + "</array>".repeat(513))),
                row("too-deep", "dictionaries without end", "<plist>" + "<dict><key>a</key>".repeat(100_000)),
                row("too-deep", "arrays within a profile", setting("<array>".repeat(600) + "</array>".repeat(600))));
    }

    static Stream<Arguments> rules() {
        String twice = payloads("").replace("</array>", "")
                + payloads("").substring("<key>PayloadContent</key><array>".length());
        return Stream.of(
                row("missing-key", "no identifier", WHOLE.replace("PayloadIdentifier", "PayloadID")),
                row("missing-key", "no UUID", WHOLE.replace("PayloadUUID", "PayloadUuid")),
                row("missing-key", "no type", WHOLE.replace("PayloadType", "payloadType")),
                row("missing-key", "nothing", document("<dict/>")),
                row("missing-key", "a payload alone", xml("<key>PayloadContent</key><array/>")),
                row("bad-identifier", "blank", WHOLE.replace("com.example.profile", " ")),
                row("bad-identifier", "empty", WHOLE.replace("com.example.profile", "")),
                row("bad-identifier", "like an option", WHOLE.replace("com.example.profile", "-" + CANARY)),
                row("bad-identifier", "two lines", WHOLE.replace("com.example.profile", CANARY + "\nb")),
                row("bad-identifier", "a tab", WHOLE.replace("com.example.profile", CANARY + "\tb")),
                row(
                        "bad-identifier",
                        "no text",
                        WHOLE.replace("<string>com.example.profile</string>", "<integer>1</integer>")),
                row(
                        "bad-structure",
                        "content that is text",
                        profile("<key>PayloadContent</key><string>" + CANARY + "</string>")),
                row("bad-structure", "content that is a dictionary", profile("<key>PayloadContent</key><dict/>")),
                row("bad-structure", "content that is data", profile("<key>PayloadContent</key><data/>")),
                row(
                        "bad-structure",
                        "a payload that is text",
                        profile("<key>PayloadContent</key><array><string/></array>")),
                row(
                        "bad-structure",
                        "a payload in two arrays",
                        profile("<key>PayloadContent</key><array><array><dict/></array></array>")),
                row(
                        "bad-structure",
                        "a type that is no text",
                        WHOLE.replace("<string>Configuration</string>", "<true/>")),
                row(
                        "bad-structure",
                        "a UUID that is no text",
                        WHOLE.replaceFirst("<string>1111[^<]*</string>", "<integer>1</integer>")),
                row("bad-structure", "two payloads of one identifier", profile(twice)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"values", "rules"})
    void isRefusedWithItsLine(String word, String input, Supplier<byte[]> bytes) {
        ErrorInfo error = Reading.refusal(bytes.get());
        assertThat(error.errorClass()).isEqualTo(word);
        assertThat(error.where()).matches("line \\d+, column \\d+(, at .+)?");
    }
}
