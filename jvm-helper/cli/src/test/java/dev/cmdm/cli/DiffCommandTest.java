// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    @TempDir
    private Path folder;

    private String before;
    private String after;

    @BeforeEach
    void writeTwoProfiles() throws IOException {
        before = file("before", """
                <key>tilesize</key><integer>48</integer>
                <key>Password</key><string>canary1</string>
                <key>label</key><string>a&#10;b</string>
                <key>apps</key><array><dict><key>Token</key><string>canary3</string></dict></array>
                <key>shade</key><real>1.5</real>
                """);
        after = file("after", """
                <key>tilesize</key><string>64</string>
                <key>Password</key><string>canary2</string>
                <key>since</key><date>2026-01-02T03:04:05Z</date>
                <key>shade</key><real>inf</real>
                """);
    }

    @Test
    void showsEachKeyThatDiffersAndNoValue() {
        Ended run = Called.with("diff", before, after);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("""
                  type-changed  PayloadContent[0].tilesize   com.apple.dock
                  changed       PayloadContent[0].Password   com.apple.dock
                  removed       PayloadContent[0].label      com.apple.dock
                  removed       PayloadContent[0].apps       com.apple.dock
                  changed       PayloadContent[0].shade      com.apple.dock
                  added         PayloadContent[0].since      com.apple.dock
                6 settings differ.
                """);
    }

    @Test
    void showsValuesWhenAskedForButNoSecretAndNothingThatCouldHoldOne() {
        Ended text = Called.with("diff", "--show-values", before, after);
        assertThat(text.out())
                .contains(
                        "48 -> \"64\"",
                        "(a secret, not shown)",
                        "\"a\\u000ab\" -> nothing",
                        "an array of 1 -> nothing",
                        "nothing -> 2026-01-02T03:04:05Z")
                .doesNotContain("canary");
        Ended json = Called.with("diff", "--show-values", "-o", "json", before, after);
        assertThat(json.out())
                .contains(
                        "\"kind\":\"type-changed\",\"before\":48,\"after\":\"64\"",
                        "\"before\":1.5,\"after\":\"Infinity\"",
                        "\"after\":{\"$date\":\"2026-01-02T03:04:05Z\"}",
                        "{\"keyPath\":\"PayloadContent[0].Password\",\"kind\":\"changed\"}",
                        "{\"keyPath\":\"PayloadContent[0].apps\",\"kind\":\"removed\"}")
                .doesNotContain("canary");
    }

    @Test
    void tellsProgramsWhetherSettingsUuidsOrFormDiffer() throws IOException {
        assertThat(Called.with("diff", "-o", "json", before, before).out())
                .isEqualTo("{\"equal\":true,\"onlyUuids\":false,\"onlyForm\":false,\"changes\":[]}\n");
        String uuids = write("uuids", Files.readString(Path.of(before)).replace("22222222", "99999999"));
        assertThat(Called.with("diff", "-o", "json", before, uuids).out()).contains("\"onlyUuids\":true");
        assertThat(Called.with("diff", before, uuids).out()).isEqualTo("The same settings; only UUIDs differ.\n");
        String form = write("form", Files.readString(Path.of(before)) + "\n");
        assertThat(Called.with("diff", "-o", "json", before, form).out()).contains("\"onlyForm\":true");
        assertThat(Called.with("diff", "-o", "json", before, after).out())
                .startsWith("{\"equal\":false,\"onlyUuids\":false,\"onlyForm\":false,\"changes\":[{\"keyPath\":"
                        + "\"PayloadContent[0].tilesize\",\"kind\":\"type-changed\"}");
    }

    @Test
    void aDifferenceHasANumberOfItsOwnWhenAskedForAndABrokenFileAlways() throws IOException {
        assertThat(Called.with("diff", "--detailed-exitcode", before, after).exit())
                .isEqualTo(2);
        assertThat(Called.with("diff", "--detailed-exitcode", before, before).exit())
                .isZero();
        String broken = write("broken", "<plist>");
        Ended run = Called.with("diff", before, broken);
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(broken).contains("(malformed-xml)");
        assertThat(Called.with("diff", "-o", "json", broken, before).out())
                .contains("\"error\":{\"class\":\"malformed-xml\"");
    }

    private String file(String name, String settings) throws IOException {
        return write(name, SampleProfile.of("com.acme.dock", settings));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
