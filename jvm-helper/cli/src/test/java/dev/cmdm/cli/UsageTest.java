// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command lines as they come from scripts whose variables are not set, and from tired people. */
class UsageTest {
    @TempDir
    private Path folder;

    @Test
    void anEmptyPathIsNotTheCurrentFolder() {
        refused("a path is empty", "apply", "");
        refused("a path is empty", "plan", "--complete", "com.acme", "");
        Ended lint = Called.with("lint", "");
        assertThat(lint.exit()).isEqualTo(65);
        assertThat(lint.out()).contains("the name is empty");
    }

    @Test
    void nothingDeclaredIsNoRequest() {
        refused("nothing is declared", "apply");
        refused("no *.mobileconfig is in", "plan", folder.toString());
    }

    @Test
    void aBlankPrefixAndABlankOwnerAreSaidAsSuch() throws IOException {
        String file = profile().toString();
        refused("the prefix is blank", "apply", "--complete", "", file);
        refused("the owner is blank", "plan", "--owner", "", file);
        refused("--keep names nothing", "plan", "--keep", "", file);
        refused("--channel must be auto, mdm or local", "plan", "--channel", "", file);
    }

    @Test
    void numbersBelowZeroAreRefused() throws IOException {
        String file = profile().toString();
        refused("--wait must be", "apply", "--wait", "-5", file);
        refused("--removal-limit must be", "plan", "--removal-limit", "-1", file);
        refused("--limit must be a number from 1 up", "history", "-n", "0");
    }

    @Test
    void whatIsAboutOneFileTakesNoFolder() throws IOException {
        String file = profile().toString();
        refused("is a folder", "diff", folder.toString(), file);
        refused("is a folder", "convert", "--to", "xml", folder.toString());
    }

    @Test
    void anUnknownCommandIsNamedWithTheNearestOne() {
        refused("there is no command inspct; did you mean inspect", "inspct", "x");
    }

    private Path profile() throws IOException {
        return Files.writeString(
                folder.resolve("a.mobileconfig"), SampleProfile.of("com.acme.a", "<key>autohide</key><true/>"));
    }

    private static void refused(String words, String... arguments) {
        Ended ended = Called.with(arguments);
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(64);
        assertThat(ended.err().lines())
                .singleElement()
                .satisfies(line ->
                        assertThat(line).startsWith("cmdm: ").contains(words).endsWith("--help"));
        assertThat(ended.out()).isEmpty();
    }
}
