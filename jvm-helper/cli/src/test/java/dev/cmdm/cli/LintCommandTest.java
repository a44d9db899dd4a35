// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {
    private static final String GOOD = SampleProfile.of("com.acme.good", "<key>autohide</key><true/>");
    private static final String BAD = SampleProfile.of("com.acme.bad", "<key>autohide</key><integer>1</integer>");
    private static final String ODD = SampleProfile.of("com.acme.odd", "<key>AutoHide</key><true/>");

    @TempDir
    private Path folder;

    private Path good;
    private Path bad;
    private Path odd;
    private Path broken;

    @BeforeEach
    void writeFiles() throws IOException {
        good = Files.writeString(folder.resolve("a-good.mobileconfig"), GOOD);
        bad = Files.writeString(folder.resolve("b-bad.mobileconfig"), BAD);
        odd = Files.writeString(folder.resolve("c-odd.mobileconfig"), ODD);
        broken = Files.writeString(folder.resolve("d-broken.mobileconfig"), "<plist>");
    }

    private static Ended lint(Object... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "lint";
        for (int i = 0; i < arguments.length; i++) {
            all[i + 1] = arguments[i].toString();
        }
        return Called.with(all);
    }

    @Test
    void aFolderIsLookedAtFileByFileAndABrokenOneStopsNothing() {
        Ended ended = lint(folder);
        assertThat(ended.exit()).isEqualTo(65);
        assertThat(ended.out())
                .contains("b-bad.mobileconfig:", "[wrong-kind]", "c-odd.mobileconfig:", "[miscased-key]")
                .contains("d-broken.mobileconfig: error: ")
                .endsWith("4 files, 1 broken: 1 error, 1 warning, 0 info.\n");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void whatTheCommandFailsForCanBeChosen() {
        assertThat(lint(good).exit()).isZero();
        assertThat(lint(odd).exit()).isZero();
        assertThat(lint(odd, "--fail-on", "warning").exit()).isEqualTo(65);
        assertThat(lint(bad).exit()).isEqualTo(65);
        assertThat(lint(bad, "--fail-on", "never").exit()).isZero();
        assertThat(lint(broken, "--fail-on", "never").exit()).isEqualTo(65);
    }

    @Test
    void whatIsIgnoredIsNeitherToldNorCounted() throws IOException {
        assertThat(lint(bad, "--ignore", "wrong-kind").exit()).isZero();
        assertThat(lint(bad, "--ignore", "wrong-kind:*.tilesize").exit()).isEqualTo(65);
        Path list = Files.writeString(folder.resolve("ignored"), "wrong-kind com.acme.bad # known\n");
        Ended ended = lint(bad, "--ignore-file", list);
        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).isEqualTo("1 file: 0 errors, 0 warnings, 0 info.\n");
        Files.writeString(list, "/not/a/code\n");
        Ended wrong = lint(bad, "--ignore-file", list);
        assertThat(wrong.exit()).isEqualTo(78);
        assertThat(wrong.err()).contains("ignored, line 1");
        assertThat(lint(bad, "--ignore-file", folder.resolve("none")).exit()).isEqualTo(78);
    }

    @Test
    void aCodeThatLintLacksIsNotPassedOver() throws IOException {
        Ended flag = lint(bad, "--ignore", "wrong-kinds");
        assertThat(flag.exit()).isEqualTo(64);
        assertThat(flag.err()).contains("lint has no code wrong-kinds; did you mean wrong-kind");
        Path list = Files.writeString(folder.resolve("ignored"), "# known\nwrong-kinds\n");
        Ended file = lint(bad, "--ignore-file", list);
        assertThat(file.exit()).isEqualTo(78);
        assertThat(file.err()).contains("ignored, line 2: lint has no code wrong-kinds");
    }

    @Test
    void standardInputIsADashAndJsonIsALineForEachFile() {
        Called called = new Called(new ByteArrayInputStream(BAD.getBytes(StandardCharsets.UTF_8)));
        Ended ended = called.end("lint", "-", good.toString(), broken.toString(), "-o", "json");
        assertThat(ended.out().lines()).hasSize(3);
        assertThat(ended.out().lines().findFirst().orElseThrow())
                .startsWith("{\"file\":\"-\",\"identifier\":\"com.acme.bad\",\"findings\":[{\"code\":\"wrong-kind\"");
        assertThat(ended.out()).contains("\"error\":{\"class\":\"malformed-");
    }

    @Test
    void pipelinesHaveFormatsOfTheirOwn() {
        assertThat(lint(bad, "-o", "github").out()).startsWith("::error file=").contains(",line=", "title=wrong-kind");
        assertThat(lint(folder, "-o", "junit").out())
                .contains("<testsuite name=\"cmdm lint\" tests=\"4\" failures=\"1\" errors=\"1\"");
    }

    @Test
    void aVersionOfMacOsCanBeGiven() {
        assertThat(lint(good, "--macos", "10.6").out()).contains("[type-too-new]");
        assertThat(lint(good, "--macos", "26").out()).startsWith("1 file: 0 errors, 0 warnings");
        Ended wrong = lint(good, "--macos", "Tahoe");
        assertThat(wrong.exit()).isEqualTo(64);
        assertThat(wrong.err()).contains("15 or 15.1");
    }

    @Test
    void theContractLintsWhatIsDeclaredAndABrokenProfileIsAFinding() {
        String request = "{\"contract\":1,\"id\":\"1\",\"operation\":\"lint\",\"arguments\":{\"macos\":\"10.6\"},"
                + "\"desired\":{\"owner\":\"cli\",\"profiles\":[{\"path\":\"" + bad + "\"},{\"path\":\"" + broken
                + "\"},{\"ensure\":\"absent\",\"identifier\":\"com.acme.gone\"}]}}\n";
        Called called = new Called(new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)));
        Ended ended = called.end("call");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains(
                        "\"linted\":3", "\"code\":\"wrong-kind\"", "\"code\":\"type-too-new\"", "\"code\":\"malformed-")
                .contains("\"identifier\":\"com.acme.bad\"", "\"keyPath\":\"PayloadContent[0].autohide\",\"line\":14");
        assertThat(ended.exit()).isZero();
    }

    @Test
    void explainShowsAKeyAndKnowsWhatWasPerhapsMeant() {
        assertThat(Called.with("explain", "com.apple.dock.orientation").out())
                .contains("values       bottom, left, right");
        assertThat(Called.with("explain", "com.apple.dock", "-o", "json").out())
                .startsWith("{\"type\":\"com.apple.dock\"")
                .endsWith("}\n");
        Ended wrong = Called.with("explain", "com.apple.Dock");
        assertThat(wrong.exit()).isEqualTo(65);
        assertThat(wrong.err()).contains("did you mean com.apple.dock");
    }
}
