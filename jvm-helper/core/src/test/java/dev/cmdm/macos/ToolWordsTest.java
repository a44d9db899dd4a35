// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.process.ProcessResult;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ToolWordsTest {
    @Test
    void quotesTheFirstLineOfEachOutput() {
        assertThat(words(1, "\n one \ntwo", "")).isEqualTo("(exit 1: \"one\")");
        assertThat(words(2, "one\n", "other\nmore")).isEqualTo("(exit 2: \"one / other\")");
        assertThat(words(2, "same", "same")).isEqualTo("(exit 2: \"same\")");
    }

    @Test
    void tellsOnlyTheExitWhenNothingWasSaid() {
        assertThat(words(0, "", " \n")).isEqualTo("(exit 0)");
    }

    @Test
    void neverQuotesWhatBelongsToAListing() {
        assertThat(words(1, "<?xml version=\"1.0\"?><plist>secret", "")).isEqualTo("(exit 1)");
        assertThat(words(1, "bplist00secret", "")).isEqualTo("(exit 1)");
        assertThat(words(1, "_computerlevel[1] attribute: name: secret", "")).isEqualTo("(exit 1)");
        assertThat(words(1, "_computerlevel[1]   payload[1] name = secret", "")).isEqualTo("(exit 1)");
    }

    @Test
    void staysOneShortLineThatSteersNoTerminal() {
        assertThat(words(1, "a\u001b[2Jb\u0007\u202ec\uFFFFd\"e\"\n", "")).isEqualTo("(exit 1: \"a[2Jbcd'e'\")");
        String said = words(1, "🔒".repeat(300), "");
        assertThat(said).isEqualTo("(exit 1: \"" + "🔒".repeat(240) + "…\")");
    }

    private static String words(int exit, String stdout, String stderr) {
        return ToolWords.of(new ProcessResult(
                exit, stdout.getBytes(StandardCharsets.UTF_8), stderr.getBytes(StandardCharsets.UTF_8)));
    }
}
