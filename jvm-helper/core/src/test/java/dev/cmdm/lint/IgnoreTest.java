// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IgnoreTest {
    private static final String FILE = "profiles/dock.mobileconfig";

    @Test
    void anOptionNamesACodeAndPerhapsAKeyPath() {
        assertThat(covered(ListedIgnore.option("unknown-key"), finding("unknown-key", "a.b", 1)))
                .isTrue();
        assertThat(covered(ListedIgnore.option("unknown-key"), finding("missing-key", "a.b", 1)))
                .isFalse();
        assertThat(covered(ListedIgnore.option("unknown-key:a.*"), finding("unknown-key", "a.b", 1)))
                .isTrue();
        assertThat(covered(ListedIgnore.option("unknown-key:a.*"), finding("unknown-key", "axb", 1)))
                .isFalse();
        assertThat(covered(ListedIgnore.option("unknown-*:*.b"), finding("unknown-key", "a.b", 1)))
                .isTrue();
    }

    @Test
    void aFileNamesACodeAFileOrIdentifierAndAKeyPath() {
        List<Ignore> ignores = ListedIgnore.file(
                List.of(
                        "# what we know of",
                        "",
                        "unknown-key",
                        "missing-key com.acme.*   # by identifier",
                        "odd-uuid profiles/*.mobileconfig PayloadUUID",
                        "* com.other"),
                ".cmdmlint");
        assertThat(ignores).hasSize(4);
        assertThat(covered(ignores.get(1), finding("missing-key", "", 0))).isTrue();
        assertThat(covered(ignores.get(2), finding("odd-uuid", "PayloadUUID", 0)))
                .isTrue();
        assertThat(covered(ignores.get(2), finding("odd-uuid", "PayloadContent[0].PayloadUUID", 0)))
                .isFalse();
        assertThat(covered(ignores.get(3), finding("odd-uuid", "", 0))).isFalse();
    }

    @Test
    void aLineThatBeginsWithNoCodeIsAnErrorThatSaysWhere() {
        assertThatThrownBy(() -> ListedIgnore.file(List.of("unknown-key", "/profiles/dock"), ".cmdmlint"))
                .isInstanceOf(BadIgnoreException.class)
                .hasMessageContaining(".cmdmlint, line 2");
        assertThatThrownBy(() -> ListedIgnore.option("")).isInstanceOf(BadIgnoreException.class);
    }

    @Test
    void aCodeThatLintLacksIsAnErrorThatSaysWhatWasPerhapsMeant() {
        assertThatThrownBy(() -> ListedIgnore.option("unknwon-key:a.b"))
                .isInstanceOf(BadIgnoreException.class)
                .hasMessageContaining("unknwon-key")
                .hasMessageEndingWith("did you mean unknown-key");
        assertThatThrownBy(() -> ListedIgnore.option("nothing-of-the-sort-*"))
                .isInstanceOf(BadIgnoreException.class)
                .hasMessageEndingWith("see docs/lint.md");
        assertThatThrownBy(() -> ListedIgnore.file(List.of("unknown-key", "crfl # of old"), ".cmdmlint"))
                .isInstanceOf(BadIgnoreException.class)
                .hasMessage(".cmdmlint, line 2: lint has no code crfl; did you mean crlf");
    }

    /** They are words in code of their own, for reading does not know of lint. */
    @Test
    void whatReadingWarnsOfCanBeIgnored() throws IOException {
        Pattern warning = Pattern.compile("(?:warn|Warning)\\(\\s*\"([a-z0-9-]+)\"");
        List<String> words = new ArrayList<>();
        for (String folder : List.of("plist", "profile", "sign")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/cmdm", folder))) {
                for (Path file : files.filter(found -> !found.toString().contains("Identity"))
                        .toList()) {
                    warning.matcher(Files.readString(file)).results().forEach(found -> words.add(found.group(1)));
                }
            }
        }
        assertThat(words).contains("crlf", "expired-signer", "odd-uuid").hasSizeGreaterThan(20);
        words.add(Conflicts.CODE);
        assertThat(words).allMatch(CodeWords::known);
    }

    @Test
    void aCommentThatNamesACodeThatLintLacksIsAFinding() {
        String xml = "<plist>\n<!-- cmdm-lint: ignore odd-uuid, unknwon-key -->\n<true/></plist>";
        assertThat(InlineIgnores.unknown(xml, "com.acme.dock")).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("unknown-ignore");
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.identifier()).isEqualTo("com.acme.dock");
            assertThat(finding.hint()).isEqualTo("did you mean unknown-key");
        });
    }

    @Test
    void aCommentBeforeTheFirstElementIsAboutTheWholeFile() {
        String xml =
                "<?xml version=\"1.0\"?>\n<!-- cmdm-lint: ignore unknown-key missing-key -->\n<plist><dict/></plist>";
        List<Ignore> ignores = InlineIgnores.in(xml);
        assertThat(covered(ignores, finding("missing-key", "x", 90))).isTrue();
        assertThat(covered(ignores, finding("odd-uuid", "x", 90))).isFalse();
    }

    @Test
    void aCommentBeforeAKeyIsAboutItsValueAndNoOther() {
        String xml = """
                <plist>
                <dict>
                <!-- cmdm-lint: ignore guessable-secret -->
                <key>Password</key>
                <string>x</string>
                <key>Other.Password</key><string>x</string>
                </dict>
                </plist>
                """;
        List<Ignore> ignore = InlineIgnores.in(xml);
        assertThat(covered(ignore, finding("guessable-secret", "PayloadContent[0].Password", 5)))
                .isTrue();
        assertThat(covered(ignore, finding("guessable-secret", "PayloadContent[0].\"Other.Password\"", 6)))
                .isFalse();
        assertThat(covered(ignore, finding("guessable-secret", "PayloadContent[1].Password", 40)))
                .isFalse();
        assertThat(covered(ignore, finding("unknown-key", "PayloadContent[0].Password", 5)))
                .isFalse();
    }

    @Test
    void aCommentBeforeAnItemIsAboutTheLineOfTheItem() {
        String xml =
                "<plist>\n<array>\n<!-- cmdm-lint: ignore missing-key, odd-uuid -->\n<dict>\n</dict></array></plist>";
        List<Ignore> ignore = InlineIgnores.in(xml);
        assertThat(covered(ignore, finding("missing-key", "PayloadContent[0]", 4)))
                .isTrue();
        assertThat(covered(ignore, finding("odd-uuid", "PayloadContent[0]", 4))).isTrue();
        assertThat(covered(ignore, finding("missing-key", "PayloadContent[1]", 5)))
                .isFalse();
    }

    @Test
    void otherCommentsSayNothing() {
        assertThat(InlineIgnores.in("<!-- cmdm-lint --><!-- ignore unknown-key --><plist/>"))
                .isEmpty();
        assertThat(InlineIgnores.in("bplist00 cmdm-lint: ignore unknown-key")).isEmpty();
    }

    @Test
    void theCommentItselfIsNoFindingAndOthersStayOne() {
        List<Ignore> ignores =
                InlineIgnores.in("<plist>\n<!-- cmdm-lint: ignore x -->\n<!-- of old -->\n<true/></plist>");
        assertThat(covered(ignores, finding("comment", "", 2))).isTrue();
        assertThat(covered(ignores, finding("comment", "", 3))).isFalse();
    }

    private static boolean covered(List<Ignore> ignores, Finding finding) {
        return ignores.stream().anyMatch(ignore -> covered(ignore, finding));
    }

    private static boolean covered(Ignore ignore, Finding finding) {
        return ignore.covers(finding, FILE);
    }

    private static Finding finding(String code, String keyPath, int line) {
        return new Finding(code, Severity.WARNING, "com.acme.dock", keyPath, line, "x", "", "");
    }
}
