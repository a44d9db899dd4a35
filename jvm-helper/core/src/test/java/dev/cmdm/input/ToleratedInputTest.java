// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.input;

import static dev.cmdm.input.Reading.CANARY;
import static dev.cmdm.input.Reading.payloads;
import static dev.cmdm.input.Reading.profile;
import static dev.cmdm.input.Reading.row;
import static dev.cmdm.input.Reading.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.profile.ProfileWarning;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What real files have and macOS takes: a warning each, and nothing is lost. */
class ToleratedInputTest {
    private static final String WHOLE = setting("<string>" + CANARY + "</string>");

    static Stream<Arguments> forms() {
        return Stream.of(
                row("leading-space", "a blank line first", "\n" + WHOLE),
                row("leading-space", "blanks and tabs first", " \t " + WHOLE),
                row("byte-order-mark", "the mark of UTF-8", "\uFEFF" + WHOLE),
                row(
                        "byte-order-mark",
                        "UTF-16",
                        ("\uFEFF" + WHOLE.replace("UTF-8", "UTF-16")).getBytes(StandardCharsets.UTF_16LE)),
                row("doctype-first", "no XML declaration", WHOLE.substring(WHOLE.indexOf("<!DOCTYPE"))),
                row(
                        "doctype-first",
                        "an old document type",
                        "<!DOCTYPE plist SYSTEM \"file://localhost/System/Library/DTDs/PropertyList.dtd\">"
                                + WHOLE.substring(WHOLE.indexOf("<plist"))),
                row("trailing-nul", "zero bytes at the end", WHOLE + "\0\0\0\0"),
                row("trailing-nul", "one zero byte", WHOLE.stripTrailing() + "\0"),
                row("trailing-space", "blank lines at the end", WHOLE + "\n\n"),
                row("trailing-space", "blanks at the end", WHOLE + "  "),
                row(
                        "comment",
                        "a comment at the top",
                        WHOLE.replace("<plist", "<!-- made by hand & <checked> -->\n<plist")),
                row("comment", "a comment between keys", WHOLE.replace("<key>Setting", "<!-- a --><key>Setting")),
                row("comment", "a comment behind the end", WHOLE + "<!-- $Id$ -->"),
                row("crlf", "lines of Windows", WHOLE.replace("\n", "\r\n")),
                row("crlf", "lines of the old Mac", WHOLE.replace("\n", "\r")),
                row("html-escaped", "as a server's API hands it out", escaped(WHOLE)),
                row("html-escaped", "escaped with numbers", escaped(WHOLE).replace("&quot;", "&#34;")));
    }

    static Stream<Arguments> contents() {
        String whole = profile(payloads(""));
        return Stream.of(
                row("missing-version", "no version at the top", without(whole, "PayloadVersion", 1)),
                row("missing-version", "no version in a payload", without(whole, "PayloadVersion", 2)),
                row("missing-content", "no content", profile("")),
                row("empty-content", "no payload", profile("<key>PayloadContent</key><array/>")),
                row("payload-without-type", "a payload without a type", without(whole, "PayloadType", 2)),
                row("payload-without-uuid", "a payload without a UUID", without(whole, "PayloadUUID", 2)),
                row(
                        "payload-without-identifier",
                        "a payload without an identifier",
                        without(whole, "PayloadIdentifier", 2)),
                row(
                        "payload-uuid-twice",
                        "two payloads of one UUID",
                        profile(payloads("").replace("</array>", "")
                                + payloads("")
                                        .replace("profile.a", "profile.b")
                                        .substring("<key>PayloadContent</key><array>".length()))),
                row("odd-scope", "a scope in lower case", whole.replace("System", "system")),
                row("odd-scope", "a scope misspelt", whole.replace("System", "Computer")),
                row(
                        "odd-type",
                        "an export of privacy settings",
                        whole.replace("Configuration", "com.apple.TCC.configuration-profile-policy")),
                row(
                        "odd-uuid",
                        "a UUID that is a name",
                        whole.replace("11111111-1111-4111-8111-111111111111", "com.example.uuid")),
                row(
                        "odd-uuid",
                        "a UUID in braces",
                        whole.replace(
                                "11111111-1111-4111-8111-111111111111", "{11111111-1111-4111-8111-111111111111}")),
                row("placeholder", "a placeholder of a template", setting("<string>{{ name }}</string>")),
                row("placeholder", "a variable", setting("<string>${NAME}</string>")),
                row("placeholder", "a variable of a server", setting("<string>https://%HardwareUUID%/</string>")),
                row(
                        "encrypted-content",
                        "content for one Mac",
                        profile("<key>EncryptedPayloadContent</key><data>MIAG</data>")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"forms", "contents"})
    void isReadWithAWarning(String word, String input, Supplier<byte[]> bytes) {
        List<ProfileWarning> warnings = Reading.read(bytes.get()).warnings();
        assertThat(warnings).extracting(ProfileWarning::code).containsExactly(word);
        assertThat(warnings.get(0).place().line()).isPositive();
        assertThat(warnings.toString()).doesNotContain(CANARY);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("forms")
    void isTheSameProfile(String word, String input, Supplier<byte[]> bytes) {
        assertThat(Reading.read(bytes.get()).profile())
                .isEqualTo(Reading.read(WHOLE.getBytes(StandardCharsets.UTF_8)).profile());
    }

    /** An app's own preference domain is no mistake. */
    @Test
    void unknownTypesAndKeysAreRead() {
        byte[] unknown = setting("<dict><key>NeverHeardOf</key><true/></dict>")
                .replace("com.example.a", "org.example.app")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Reading.read(unknown).warnings()).isEmpty();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The text without the so-many-th entry of a key. */
    private static String without(String text, String key, int which) {
        int from = -1;
        for (int i = 0; i < which; i++) {
            from = text.indexOf("<key>" + key + "<", from + 1);
        }
        return text.substring(0, from) + text.substring(text.indexOf('\n', from) + 1);
    }
}
